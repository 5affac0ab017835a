"""What PLK001 advises, which its cases do not show."""

from __future__ import annotations

import pytest

from sopkit.app.check import CheckOptions, Input, check
from sopkit.app.project import Project
from sopkit.config import Settings
from sopkit.lint.knowledge import Knowledge

PROJECT = Project(Settings(), Knowledge())


@pytest.mark.parametrize(
    ("written", "help_"),
    [
        (
            "pengurus, peminjam",
            "tulis [pengurus, peminjam] bila berurutan, atau {bersama: [pengurus, peminjam]}",
        ),
        ("Pengurus Barang dan peminjm", "tulis [pengurus, peminjam] bila berurutan"),
        ("pengurs", "maksudnya “pengurus”?"),
        ("pengurus/satpam", "maksudnya “pengurus”?"),
    ],
)
def test_several_keys_in_one_text_are_told_apart(written, help_):
    text = f"sopkit: 1\nnama: U\npelaksana: {{pengurus: Pengurus Barang, peminjam: Peminjam}}\nlangkah:\n  - kegiatan: Menyimpan\n    pelaksana: {written}\n"
    found = check([Input("a.yaml", text.encode())], PROJECT, CheckOptions(select=("PLK001",))).findings
    assert [one.help.id.startswith(help_) for one in found] == [True], found[0].help
