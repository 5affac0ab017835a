"""Nothing that stands in a file may stop sopkit: mutations of the real SOPs, odd values at every key, random flows."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
REAL = tuple(path.read_bytes().decode() for path in sorted((ROOT / "sops").rglob("*.yaml")))
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

ODD = (
    "",
    "~",
    "null",
    "''",
    '""',
    "0",
    "-1",
    "1e400",
    "0x1F",
    "09",
    "1:30",
    "no",
    "[]",
    "{}",
    "[[]]",
    "[~]",
    "[null, '']",
    "{a: b}",
    "{ke: }",
    "{ke: 1, label: }",
    "{bersama: }",
    "{bersama: [a, a]}",
    "{cepat: 1, biasa: 2, lambat: 3}",
    "{cepat: 9 hari, biasa: 1 menit, lambat: 1 detik}",
    "{mulai: 02-29, selesai: 02-30}",
    "{mulai: 12-31, selesai: 01-01}",
    "{mulai: 0000-00-00, selesai: 9999-12-31}",
    "{mulai: 9999-12-31, selesai: 9999-12-31}",
    "selesai",
    "Selesai",
    "[selesai, 1]",
    "1",
    "2",
    "[1, 2, 3]",
    "[2, 2]",
    "99999999999999999999999999999",
    "9" * 5000,
    "9" * 5000 + " hari",
    "1e9 hari",
    "0 menit",
    "-5 menit",
    "1/0 jam",
    "½ jam",
    "99999 tahun",
    "1 x 24 jam",
    "3 x 24 jam",
    "5-1 hari",
    "0,5 menit/berkas",
    "setengah abad",
    "sesuai jadwal",
    "٣ hari",
    "³ hari",
    "② jam",
    "١٢٣",
    "0001-01-01",
    "9999-12-31",
    "29 Februari 2023",
    "2025-02",
    "0000",
    "00/00/0000",
    "1 Januari 0",
    "31 Desember 9999",
    "100%",
    "0%",
    "0.5",
    "1,0",
    ".",
    ",",
    "%",
    "½",
    "1/3",
    "0.0000000000000001",
    '"\\u0000"',
    '"\\ud800"',
    '"\\x1b[31m"',
    '"\\u202e"',
    '"\\n"',
    '"\\t"',
    "<script>alert(1)</script>",
    "'{{ 7*7 }}'",
    "'{% raw %}'",
    "']]>'",
    "=cmd|' /C calc'!A0",
    "'|a|b|'",
    "'`x`'",
    "'%%{init: {}}%%'",
    "../../../etc/passwd",
    "/dev/zero",
    "😀",
    "e\u0301" * 300,
    "x" * 20000,
    "kata " * 4000,
    "Undang-Undang Nomor " * 400,
    "UU No. 23/2014 jo. " * 300,
    "PP " * 2000,
    "dan " * 3000,
    "apabila " * 2000,
    "(" * 3000,
    ")" * 3000,
    "19680814 200212 1 004",
    "198001012005011001",
    "000000000000000000",
    "|\n      a\n      b\n",
    ">-\n      a\n\n      b\n",
    "&a b",
    "*a",
    "!!binary aGk=",
    "<<",
    "? a",
    "- a",
    "@a",
    "%a",
    "`a",
    "#",
    "a: b",
    "a #b",
    "'",
    '"',
    "[",
    "{",
    "]",
    "}",
    "\t",
    "\x07",
    "\u2028",
    "\ufeff",
    "\xa0",
    "\u200b",
)
KEYS = (
    "sopkit", "nomor", "nama", "status", "instansi", "tanggal", "disahkan_oleh", "dasar_hukum", "kualifikasi_pelaksana", "keterkaitan",
    "peralatan", "peringatan", "pencatatan", "tenggat", "label", "mulai_selesai", "pelaksana", "langkah", "kegiatan", "mutu_baku",
    "kelengkapan", "waktu", "output", "keputusan", "ya", "tidak", "lanjut", "keterangan", "id", "ke", "peluang", "pembuatan", "revisi",
    "efektif", "jabatan", "nip", "pemerintah", "perangkat_daerah", "unit", "logo", "alias", "bersama",
)  # fmt: skip


@st.composite
def mutated(draw):
    lines = draw(st.sampled_from(REAL)).splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("delete", "double", "swap", "value", "indent", "key", "insert", "cut"))):
            case "delete" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[other])
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "value":
                head, colon, _ = lines[at].partition(":")
                lines[at] = f"{head}{colon} {draw(st.sampled_from(ODD))}\n"
            case "indent":
                lines[at] = " " * draw(st.integers(0, 8)) + lines[at].lstrip(" ")
            case "key":
                lines[at] = lines[at].replace(
                    lines[at].strip().partition(":")[0] or "-", draw(st.sampled_from(KEYS)), 1
                )
            case "insert":
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = (
                    lines[at][:column] + draw(st.characters(exclude_categories=["Cs"])) + lines[at][column:]
                )
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))] + "\n"
    return "".join(lines).encode()


@SLOW
@given(mutated())
def test_no_mutation_of_a_real_sop_stops_any_command(whole_way, data):
    whole_way(data)


TEXTS = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.sampled_from(("30 menit", "1-2 hari", "Memeriksa draf", "Kadis", "a", "b", "1", "2", "selesai")),
)
VALUES = st.recursive(
    st.one_of(st.none(), TEXTS, st.integers(-3, 40)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), TEXTS), inner, max_size=4),
    ),
    max_leaves=6,
)


def at_every_key(names, values):
    return st.dictionaries(st.sampled_from(names), values, max_size=len(names))


STEP = at_every_key(
    ("id", "nomor", "kegiatan", "pelaksana", "mutu_baku", "keputusan", "lanjut", "keterangan"),
    VALUES,
)


@st.composite
def any_values(draw):
    data = {"sopkit": 1, "nama": "Uji", "langkah": [{"kegiatan": "Menyusun draf"}]}
    for key in draw(st.lists(st.sampled_from(KEYS[:18]), max_size=5, unique=True)):
        data[key] = draw(VALUES)
    if draw(st.booleans()):
        data["langkah"] = [{"kegiatan": "Menyusun draf"}, *draw(st.lists(STEP, max_size=4))]
    return json.dumps(data, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


@SLOW
@given(any_values())
def test_no_value_at_any_key_stops_any_command(whole_way, data):
    whole_way(data)


WAKTU = st.one_of(
    st.builds("{} {}".format, st.integers(0, 500), st.sampled_from(("menit", "jam", "hari", "minggu", "hari kalender", "x 24 jam", "tahun"))),
    st.builds("{}-{} menit".format, st.integers(0, 90), st.integers(0, 90)),
    st.just("sesuai jadwal"), st.just("2 menit/berkas"), st.none(),
    st.just({"cepat": "1 jam", "biasa": "2 jam", "lambat": "1 hari"}),
)  # fmt: skip


@st.composite
def flows(draw, longest):
    size = draw(st.integers(1, longest))
    target = st.one_of(
        st.integers(1, size + 1).map(str), st.just("selesai"), st.sampled_from(("a1", "a2", "a3"))
    )
    branch = st.one_of(
        st.none(),
        target,
        st.fixed_dictionaries(
            {"ke": target},
            optional={"peluang": st.sampled_from(("0", "1", "0.5", "90%")), "label": st.just("Ok")},
        ),
    )
    steps = []
    for number in range(1, size + 1):
        step = {
            "kegiatan": draw(
                st.sampled_from(
                    ("Memeriksa draf", "Menyusun draf", "Menyerahkan surat kepada Kadis", "Mengesahkan")
                )
            )
        }
        step["pelaksana"] = draw(st.sampled_from(("a", "b", ["a", "b"], {"bersama": ["a", "b"]})))
        step["mutu_baku"] = {"kelengkapan": "Draf", "waktu": draw(WAKTU), "output": "Draf"}
        kind = draw(st.integers(0, 9))
        if kind < 3:
            step["keputusan"] = {"ya": draw(branch), "tidak": draw(branch)}
        elif kind < 5:
            step["lanjut"] = draw(st.lists(target, min_size=1, max_size=4))
        if draw(st.integers(0, 9)) == 0:
            step["id"] = f"a{number % 4}"
        steps.append(step)
    data = {
        "sopkit": 1, "nama": "Uji", "pelaksana": {"a": "Kadis", "b": "Sekretaris"}, "langkah": steps,
        "tenggat": draw(st.sampled_from((None, "5 hari kerja", "1 bulan", {"mulai": "01-01", "selesai": "02-28"}))),
    }  # fmt: skip
    return json.dumps(data).encode()


@SLOW
@given(flows(40))
def test_no_flow_stops_any_command(whole_way, data):
    # the lines of forty tangled steps take their time to be drawn; small sheets show the same
    whole_way(data, sheets=("md",))


@settings(SLOW, max_examples=20)
@given(flows(6))
def test_no_small_flow_stops_any_format(whole_way, data):
    whole_way(data, every_format=True)
