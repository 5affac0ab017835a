"""Drafts as files: they always load, say what they hold, and carry every doubt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sopkit.errors import Text
from sopkit.intake.compose import draft_data, draft_yaml, notes
from sopkit.intake.draft import IDENTITY, Draft, DraftStep, Exit, Note, Value
from sopkit.intake.source import Place, Unused
from sopkit.load.loading import load_bytes
from sopkit.model.sop import Status

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
PLACE = st.builds(Place, st.none() | st.integers(1, 9), st.none() | st.integers(1, 99), st.just("surat.docx"))
WHY = st.none() | st.builds(Text, TEXT, TEXT)
VALUE = st.builds(Value, TEXT, PLACE, WHY)
KEYS = ("kepala", "staf", "tim")
MANY = ("tanggal.revisi", *IDENTITY[12:])


@st.composite
def drafts(draw):
    count = draw(st.integers(0, 6))
    row = st.integers(0, count - 1) if count else st.nothing()
    exits = st.dictionaries(
        st.sampled_from(("ya", "tidak")), st.builds(Exit, st.none() | row, st.none() | TEXT, WHY), min_size=1
    )
    step = st.builds(
        DraftStep,
        place=PLACE,
        kegiatan=VALUE,
        nomor=st.none() | VALUE,
        roles=st.lists(st.sampled_from(KEYS), max_size=3, unique=True).map(tuple),
        together=st.booleans(),
        role_why=WHY,
        kelengkapan=st.lists(VALUE, max_size=3).map(tuple),
        waktu=st.none() | VALUE,
        output=st.lists(VALUE, max_size=3).map(tuple),
        keterangan=st.none() | VALUE,
        exits=st.none() | exits,
        next=st.none() | st.lists(st.none() | row, min_size=1, max_size=3).map(tuple),
        doubts=st.lists(st.builds(Text, TEXT, TEXT), max_size=2).map(tuple),
    )
    identity = {
        key: tuple(draw(st.lists(VALUE, max_size=3 if key in MANY else 1)))
        for key in draw(st.lists(st.sampled_from(IDENTITY), unique=True))
    }
    return Draft(
        source="surat.docx",
        identity=identity,
        steps=tuple(draw(st.lists(step, min_size=count, max_size=count))),
        roles={key: Value(f"Judul {key}", Place(1, 1, "surat.docx"), draw(WHY)) for key in KEYS},
        labels={"kegiatan": draw(VALUE)},
        separate_ends=draw(st.booleans()),
        remarks=tuple(
            draw(st.lists(st.builds(Note, st.just(()), PLACE, st.builds(Text, TEXT, TEXT)), max_size=2))
        ),
        unused=tuple(draw(st.lists(st.builds(Unused, PLACE, TEXT), max_size=2))),
    )


@given(drafts())
def test_a_draft_always_loads_as_a_draft(draft):
    loaded = load_bytes("draf", draft_yaml(draft).encode())
    assert loaded.findings == ()
    assert loaded.sop.status is Status.DRAF


@given(drafts())
def test_the_file_holds_every_text_of_the_draft(draft):
    sop = load_bytes("draf", draft_yaml(draft).encode()).sop
    if any(step.kegiatan.text.strip() for step in draft.steps):
        assert [step.kegiatan or "" for step in sop.langkah] == [
            step.kegiatan.text.strip() for step in draft.steps
        ]
    for step, read in zip(draft.steps, sop.langkah, strict=False):
        if len(draft.steps) == len(sop.langkah):
            assert list(read.mutu_baku.output) == [
                value.text.strip() for value in step.output if value.text.strip()
            ]


@given(drafts())
def test_every_doubt_is_a_note_and_a_comment(draft):
    told = notes(draft)
    text = draft_yaml(draft)
    assert text.count("# periksa:") >= len(told)
    whys = [value.why for values in draft.identity.values() for value in values if value.why]
    whys += [step.waktu.why for step in draft.steps if step.waktu and step.waktu.why]
    assert all(why in [note.message for note in told] for why in whys)


@given(drafts())
def test_the_same_draft_gives_the_same_bytes(draft):
    assert draft_yaml(draft) == draft_yaml(draft)


@given(drafts())
def test_every_reference_names_a_step_or_the_end(draft):
    data = draft_data(draft)
    names = {step.get("id") for step in data["langkah"]} | {step.get("nomor") for step in data["langkah"]}
    names |= {str(position) for position in range(1, len(data["langkah"]) + 1)} | {"selesai"}
    for step in data["langkah"]:
        wanted = step.get("lanjut") or []
        assert {wanted} <= names if isinstance(wanted, str) else set(wanted) <= names


def test_notes_say_page_and_row():
    value = Value("besok", Place(2, 7, "a.pdf"), Text("tidak terbaca sebagai tanggal", "no date"))
    draft = Draft("a.pdf", {"tanggal.efektif": (value,)}, ())
    assert (
        "  # periksa: tidak terbaca sebagai tanggal (halaman 2, baris 7)\n  efektif: besok\n"
        in draft_yaml(draft)
    )


def test_what_found_no_place_stands_at_the_end():
    draft = Draft("a.pdf", {}, (), unused=(Unused(Place(1, 3, "a.pdf"), "coretan"),))
    assert draft_yaml(draft).endswith("# tidak terpakai (halaman 1, baris 3): coretan\n")


def test_the_schema_is_named_in_the_first_line():
    assert draft_yaml(Draft("a.pdf", {}, ()), "../schema/sop.schema.json").startswith(
        "# yaml-language-server: $schema=../schema/sop.schema.json\nsopkit: 1\n"
    )
