"""What sopkit draws as PDF it reads back to the same SOP, flow included; texts up to their line breaks."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from sopkit.flow.graph import build_flow
from sopkit.intake.assemble import drafts
from sopkit.intake.compose import draft_yaml
from sopkit.intake.readers import read_source
from sopkit.lint.knowledge import Knowledge
from sopkit.load.loading import load_bytes
from sopkit.render.pdf import info_of, render_pdf
from sopkit.sheet.compose import compose
from sopkit.sheet.layout import layout

ROOT = Path(__file__).parents[2]
KNOWLEDGE = Knowledge()
SECTIONS = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")


def samples():
    spec = importlib.util.spec_from_file_location("sheet_samples", ROOT / "tests/sheet/samples.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(text):
    loaded = load_bytes("sop.yaml", text.encode())
    assert loaded.sop is not None, [found.message.en for found in loaded.findings]
    return loaded.sop


def read_back(sop):
    content = compose(sop, build_flow(sop))
    (draft,) = drafts(read_source(render_pdf(layout(content), info_of(content)), "lembar.pdf"), KNOWLEDGE)
    return load(draft_yaml(draft))


def text(*parts):
    """The characters of texts without blanks: a line may break behind any blank, "-" or "/"."""
    return ["".join((part or "").split()) for part in parts]


def who(sop):
    return [[sop.pelaksana[key].nama for key in step.pelaksana.kunci] for step in sop.langkah]


def flow(sop):
    return {(edge.source, edge.target, edge.label) for edge in build_flow(sop).edges}


def assert_same(sop, read):
    assert text(sop.nomor, sop.nama) == text(read.nomor, read.nama)
    assert text(*(role.nama for role in sop.pelaksana.values())) == text(
        *(role.nama for role in read.pelaksana.values())
    )
    assert sop.nomor_langkah == read.nomor_langkah
    assert who(sop) == who(read)
    assert flow(sop) == flow(read)
    for mine, other in zip(sop.langkah, read.langkah, strict=True):
        assert text(mine.kegiatan, mine.keterangan) == text(other.kegiatan, other.keterangan)
        for part in ("kelengkapan", "output"):
            assert text(*getattr(mine.mutu_baku, part)) == text(*getattr(other.mutu_baku, part))
        times = [step.mutu_baku.waktu.text if step.mutu_baku.waktu else "" for step in (mine, other)]
        assert text(times[0]) == text(times[1])


@pytest.mark.parametrize("path", sorted((ROOT / "sops").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_sops_of_the_repository_come_back(path):
    sop = load(path.read_text(encoding="utf-8"))
    read = read_back(sop)
    assert_same(sop, read)
    for section in SECTIONS:
        assert text(*getattr(sop, section)) == text(*getattr(read, section))
    assert read.status.value == "draf"
    assert sop.disahkan_oleh.nip == read.disahkan_oleh.nip or (
        sop.disahkan_oleh.nip.digits == read.disahkan_oleh.nip.digits
    )
    assert (sop.tanggal.efektif.first, sop.tanggal.efektif.last) == (
        read.tanggal.efektif.first,
        read.tanggal.efektif.last,
    )


@pytest.mark.parametrize("seed", range(40))
def test_sops_made_up_by_chance_come_back(seed):
    sop = load(samples().random_sop(seed))
    assert_same(sop, read_back(sop))
