from __future__ import annotations

import dataclasses
import re
from enum import Enum
from functools import cache
from html.parser import HTMLParser
from itertools import count
from pathlib import Path

import pytest

from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.render.subject import Subject
from sopkit.sheet.compose import compose

ROOT = Path(__file__).resolve().parents[2]
SOPS = sorted((ROOT / "sops").rglob("*.sop.yaml"))
VOID = {"br", "col", "img", "input", "link", "meta"}
RICH = """
sopkit: 1
nomor: "1/2024"
nama: Pelayanan Izin
status: draf
mulai_selesai: terpisah
instansi: {pemerintah: Kota Contoh, perangkat_daerah: Dinas Contoh, unit: Bidang Contoh}
tanggal: {pembuatan: 2024-01-03, revisi: [2025-01-01, 2025-06-01], efektif: 2024-02}
disahkan_oleh: {jabatan: Kepala Dinas, nama: Contoh, pangkat: Pembina, nip: "196706061992021001"}
dasar_hukum: [Satu, Dua]
kualifikasi_pelaksana: Terampil
keterkaitan: [SOP Lain, SOP Lainnya]
peralatan: Komputer
peringatan: Terlambat
pencatatan: [Buku, Berkas]
pelaksana: {warga: Pemohon, loket: Loket, tim: Tim Teknis, kadis: Kepala Dinas}
langkah:
  - {kegiatan: Mengajukan, pelaksana: warga, mutu_baku: {kelengkapan: [KTP, Foto], waktu: 1 jam, output: Berkas}}
  - kegiatan: Memeriksa
    pelaksana: [loket, tim]
    mutu_baku: {kelengkapan: Berkas, waktu: 2 hari, output: [Catatan, Berkas]}
    keterangan: Hari kerja
    keputusan: {ya: 4, tidak: {ke: 1, label: Tidak lengkap}}
  - {kegiatan: Menunggu, pelaksana: warga, lanjut: selesai}
  - {kegiatan: Menandatangani, pelaksana: {bersama: [tim, kadis]}}
"""


@cache
def sheet_of(text):
    """The content of the sheet of an SOP typed as YAML."""
    loaded = load_bytes("uji.sop.yaml", text.encode())
    assert loaded.sop is not None, loaded.findings
    return compose(loaded.sop, build_flow(loaded.sop))


subject_of = cache(Subject)


@pytest.fixture
def subject():
    """What a writer is given, for a content; each content is laid out once for all tests."""
    return subject_of


@pytest.fixture
def sheet():
    return sheet_of


@pytest.fixture
def rich():
    """A sheet that has something in every field."""
    return sheet_of(RICH)


@pytest.fixture(params=SOPS, ids=lambda path: f"{path.parent.name}/{path.name}")
def real(request):
    """The content of each SOP of the repository, in turn."""
    return sheet_of(request.param.read_text("utf-8"))


@pytest.fixture
def sop_file():
    return lambda name: sheet_of((ROOT / "sops" / f"{name}.sop.yaml").read_text("utf-8"))


def relabelled(value, label):
    """A copy of a frozen value in which every text in it is `label(n)`, n counted in the order of the fields."""
    return _relabel(value, label, count())


def _relabel(value, label, numbers):
    if isinstance(value, str) and not isinstance(value, Enum):
        return label(next(numbers))
    if isinstance(value, tuple):
        items = [_relabel(item, label, numbers) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if dataclasses.is_dataclass(value):
        fields = [
            field.name
            for field in dataclasses.fields(value)
            if field.name not in {"logo", "picture", "path", "href"}
        ]
        return dataclasses.replace(
            value, **{name: _relabel(getattr(value, name), label, numbers) for name in fields}
        )
    return value


@pytest.fixture
def relabel():
    return relabelled


class Reader(HTMLParser):
    """What a browser would see: ("<", tag, attributes) and texts, joined; what stands in `skip` is left out."""

    def __init__(self, skip):
        super().__init__(convert_charrefs=True)
        self.skip, self.events, self.within = skip, [], []

    def handle_starttag(self, tag, attrs):
        if tag == "br":
            self.handle_data("\n")
            return
        self.events.append(("<", tag, tuple(attrs)))
        if tag not in VOID:
            self.within.append(tag)

    def handle_startendtag(self, tag, attrs):
        if tag == "br":
            self.handle_data("\n")
            return
        self.events.append(("<", tag, tuple(attrs)))
        if tag not in VOID:
            self.events.append((">", tag))

    def handle_endtag(self, tag):
        assert self.within.pop() == tag, f"</{tag}> closes nothing"
        self.events.append((">", tag))

    def handle_comment(self, data):
        self.events.append(("comment", data))

    def handle_data(self, data):
        if self.skip & set(self.within):
            return
        if self.events and isinstance(self.events[-1], str):
            self.events[-1] += data
        else:
            self.events.append(data)


@pytest.fixture
def read_html():
    """HTML → its events in order; texts within the elements of `skip` are left out."""

    def read(html, skip=frozenset({"style", "script"})):
        reader = Reader(skip)
        reader.feed(html)
        reader.close()
        assert reader.within == []
        return reader.events

    return read


class Element:
    """An element of a page with its attributes and its content: elements and texts."""

    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.content = tag, attributes, []

    def __getitem__(self, name):
        return self.attributes.get(name)

    @property
    def classes(self):
        return (self["class"] or "").split()

    @property
    def text(self):
        """All text within, line breaks of `<br>` as such, blanks at the ends left out."""
        return "".join(part if isinstance(part, str) else part.text for part in self.content).strip()

    def all(self, *tags, kind=None):
        """The elements within, in order, of any of these tags and of the class `kind`, if given."""
        found = []
        for part in self.content:
            if isinstance(part, Element):
                if (not tags or part.tag in tags) and (kind is None or kind in part.classes):
                    found.append(part)
                found += part.all(*tags, kind=kind)
        return found


@pytest.fixture
def page_of(read_html):
    """HTML → its elements as a tree; styles and scripts are empty."""

    def build(html):
        root = Element("", {})
        within = [root]
        for event in read_html(html):
            if isinstance(event, str):
                within[-1].content.append(event)
            elif event[0] == "<":
                element = Element(event[1], dict(event[2]))
                within[-1].content.append(element)
                if event[1] not in VOID:
                    within.append(element)
            elif event[0] == ">":
                within.pop()
        return root

    return build


def token(number):
    return f"t{number}t"


def filled_in(events, payload):
    """The events of a page of tokens, as they must be when every token is `payload(number)` instead."""

    def fill(text):
        return re.sub(r"t(\d+)t", lambda found: payload(int(found[1])), text)

    def event(item):
        if isinstance(item, str):
            return fill(item)
        if item[0] == "<":
            return (*item[:2], tuple((name, value and fill(value)) for name, value in item[2]))
        return item

    return [event(item) for item in events]


@pytest.fixture
def same_but_for_texts(relabel, read_html):
    """Assert that texts change nothing but texts: write `value` with tokens, then with hostile texts, and compare.

    `write` gives HTML; `shown` is what a text must look like to the reader.
    """

    def check(value, write, payload, *, shown=lambda text: text, skip=frozenset({"style", "script"})):
        expected = filled_in(read_html(write(relabel(value, token)), skip), lambda _: shown(payload))
        assert read_html(write(relabel(value, lambda _: payload)), skip) == expected

    return check


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</td></tr></table>",
    "</style><script>alert(1)</script>",
    "</title><script>",
    "]]>",
    "<!-- komentar -->",
    "-->",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{# komentar #}",
    "&lt;b&gt; &amp; &#60; &copy",
    "a | b \\| c \\\\| d",
    "`kode` ```",
    "```\n~~~",
    "**tebal** __tebal__ *miring* _miring_ ~~coret~~ $x$",
    "[tautan](javascript:alert(1))",
    "![gambar](http://contoh.id/x.png)",
    "[tautan]: javascript:alert(1)",
    "<http://contoh.id> http://contoh.id www.contoh.id",
    "- butir",
    "+ butir",
    "* butir",
    "1. butir",
    "1) butir",
    "# judul #",
    "> kutipan",
    "---",
    "===",
    "| a | b |\n| - | - |",
    "    kode",
    "\tkode\t",
    " tepi ",
    "baris satu\nbaris dua\r\nbaris tiga",
    "- [ ] tugas",
    "\u202eterbalik\u202c \u2066x \u200f",
    "\x00 \x1b[31m \x7f \x85 \x9b",
    "\ud800",
    "\ufffe \ufeff",
    "\u2028 \u2029 \u00a0 \u3000",
    "javascript:alert(1)",
    "akhir \\",
    "style: #x; classDef: #y;",
    'end --> x["a"]',
    "%%{init: {}}%%",
    "#quot; #35;",
    "يحيى 漢字 é 🙂",
]


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request):
    return request.param
