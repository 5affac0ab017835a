from __future__ import annotations

import pytest

from sopkit.config import LembarSettings
from sopkit.render import PAPERS, RENDERERS, RenderOptions


@pytest.mark.parametrize("name", RENDERERS)
def test_each_renderer_stands_under_its_name_and_has_a_suffix(name):
    assert RENDERERS[name].name == name
    assert RENDERERS[name].suffix == f".{name}"


@pytest.mark.parametrize("name", RENDERERS)
def test_every_real_sheet_is_written_and_can_be_stored(name, real):
    text = RENDERERS[name].render(real, RenderOptions())
    assert real.rows[-1].activity in text
    assert text.encode("utf-8").endswith(b"\n")


@pytest.mark.parametrize("name", RENDERERS)
def test_the_shortest_sop_can_be_written(name, sheet):
    assert "Menulis" in RENDERERS[name].render(
        sheet("sopkit: 1\nnama: A\nlangkah: [{kegiatan: Menulis}]"), RenderOptions()
    )


def test_the_papers_are_those_of_the_project_file():
    allowed = LembarSettings.model_fields["kertas"].annotation.__args__
    assert tuple(PAPERS) == allowed
    assert RenderOptions().paper == LembarSettings().kertas
