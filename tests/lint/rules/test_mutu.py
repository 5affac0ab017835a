"""MTB003: what is quickly told to be handed on is what the careful reading finds supplied."""

from __future__ import annotations

from importlib import import_module
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from sopkit.config import Settings
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rule import LintContext
from sopkit.lint.rules.mutu.kelengkapan_from_nowhere import kelengkapan_from_nowhere
from sopkit.model.sop import Sop

MODULE = import_module("sopkit.lint.rules.mutu.kelengkapan_from_nowhere")
KNOWLEDGE = Knowledge()
WORDS = [
    "Konsep", "konsepnya", "draf", "nota dinas", "Nota", "disposisi", "memo", "memorandum", "notulen", "lembar koreksi",
    "surat", "laporan", "diparaf", "ditandatangani", "bertanda tangan", "ditanda  tangan", "atau", "dan", "serta", "dari",
    "Konsep-konsep", "(konsep)", "dan-konsep", "1. konsep", ", ", "/", "yang", "İ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
STEP = st.fixed_dictionaries(
    {
        "kegiatan": st.sampled_from(["Menyusun laporan", "Menerima surat", "Memaraf konsep", "Selesai"]),
        "mutu_baku": st.fixed_dictionaries({"kelengkapan": TEXTS, "output": TEXTS}),
    }
)


def issues(steps):
    sop = Sop.model_validate({"sopkit": 1, "nama": "Contoh", "langkah": steps})
    context = LintContext(sop, Settings(), KNOWLEDGE)
    return list(kelengkapan_from_nowhere.check(context))


def handing_on(steps, branches):
    """The steps, each needing what the step before puts out; those in `branches` may go back to the first."""
    for i, (step, before) in enumerate(zip(steps[1:], steps, strict=False), start=1):
        step["mutu_baku"] = {**step["mutu_baku"], "kelengkapan": before["mutu_baku"]["output"]}
        if i in branches and i + 1 < len(steps):
            step["keputusan"] = {"ya": str(i + 2), "tidak": "1"}
    return steps


@given(st.lists(STEP, min_size=2, max_size=5), st.sets(st.integers(1, 3)))
@example(
    [{"kegiatan": "Menyusun", "mutu_baku": {"kelengkapan": "a", "output": "Konsep  yang ditanda  tangan"}}]
    * 2,
    set(),
)
def test_what_the_step_before_puts_out_is_never_missing_and_told_so_without_reading(steps, branches):
    steps = handing_on([dict(step) for step in steps], branches)
    quick = issues(steps)
    with patch.object(MODULE, "_is_put_out", lambda *_: False):
        careful = issues(steps)
    assert quick == careful
