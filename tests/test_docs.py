"""What README and docs say is true: every command in them is run, every file and target they name is there.

A `console` block is a session: after each line with `$` stands what the command prints, to the letter. The blocks are
written anew, like golden files, with --update-golden.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from sopkit.config import read_settings

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "README.id.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PAGES += sorted((ROOT / "docs").glob("*.md")) + sorted((ROOT / "docs/keputusan").glob("*.md"))
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ROOT_FILES = re.compile(
    r"`((?:src|tests|docs|schema|sops|templates|benchmarks|\.ci)/[\w./-]*|Makefile|\w+\.toml|\w+\.txt|LICENSE)`"
)
MADE = ("build/", "hasil/")
OF_THE_USER = ("sopkit.toml", "sops/surat-masuk.sop.yaml")


def blocks(page, language):
    return [match[2] for match in FENCE.finditer(page.read_text(encoding="utf-8")) if match[1] == language]


OLD = """\
DINAS ARSIP KABUPATEN CONTOH
Nomor SOP\t065/02/2020
Nama SOP\tPengelolaan Surat Keluar

No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet.
\t\tAgendaris\tSekretaris\tKelengkapan\tWaktu\tOutput\t
1\tMencatat surat keluar\t\t\tSurat keluar\t10 menit\tSurat tercatat\t
2\tMenandatangani surat\t\t\tSurat tercatat\t15 menit\tSurat\t
"""


@pytest.fixture
def desk(tmp_path):
    """A folder with the SOP of the README in it, and an old document beside it."""
    (tmp_path / "dokumen-lama").mkdir()
    (tmp_path / "dokumen-lama/surat-keluar.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "sops").mkdir()
    example = next(block for block in blocks(ROOT / "README.md", "yaml") if block.startswith("sopkit: 1"))
    (tmp_path / "sops/surat-masuk.sop.yaml").write_text(example, encoding="utf-8")
    return tmp_path


def session(text, run):
    """The session with the output of each command as it is now."""
    lines = []
    for line in text.splitlines():
        if line.startswith("$ "):
            lines += [line, *run(line[2:]).stdout.splitlines()]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_every_session_prints_what_the_page_shows(name, desk, sopkit, golden):
    page = ROOT / name

    def run(command):
        words = shlex.split(command)
        assert words[0] == "sopkit"
        return sopkit(*words[1:], cwd=desk)

    def replayed(match):
        return f"```{match[1]}\n{session(match[2], run)}```" if match[1] == "console" else match[0]

    golden(page, FENCE.sub(replayed, page.read_text(encoding="utf-8")))


def test_the_commands_of_the_readme_in_shell_blocks_work(desk, sopkit):
    run = 0
    for block in blocks(ROOT / "README.md", "sh"):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words and words[0] == "sopkit":
                run += 1
                process = sopkit(*words[1:], cwd=desk)
                assert process.returncode == 0, process.stderr
    assert run > 0
    assert {path.name for path in (desk / "build").iterdir()} == {"surat-masuk.html", "surat-masuk.md"}
    assert [path.name for path in (desk / "draf").iterdir()] == ["surat-keluar.sop.yaml"]


def test_the_commands_in_the_text_of_the_readmes_work(desk, sopkit):
    (desk / "dasar.json").write_text('{"version": 1, "findings": []}')
    seen = set()
    for page in PAGES[:2]:
        for command in re.findall(r"`(sopkit [a-z][^`]*)`", page.read_text(encoding="utf-8")):
            if command not in seen:
                seen.add(command)
                words = shlex.split(command)[1:]
                named = [*words, "--help"] if len(words) == 1 else words  # a bare name stands for the command
                assert sopkit(*named, cwd=desk).returncode in (0, 1), command
    assert seen


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_that_a_page_names_is_there(page):
    text = page.read_text(encoding="utf-8")
    links = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]
    assert [target for target in links if not (page.parent / target).exists()] == []
    named = [name for name in ROOT_FILES.findall(text) if name not in OF_THE_USER and "<" not in name]
    assert [name for name in named if not name.startswith(MADE) and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_make_target_that_a_page_names_is_there(page):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^|\$ )make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets


def test_the_settings_in_the_guide_can_be_read():
    for page in (ROOT / "docs/konfigurasi.md", ROOT / "docs/data.md"):
        for block in blocks(page, "toml"):
            read_settings(page.name, block)


def test_the_guide_names_every_setting():
    guide = (ROOT / "docs/konfigurasi.md").read_text(encoding="utf-8")
    named = tomllib.loads(blocks(ROOT / "docs/konfigurasi.md", "toml")[0])
    settings = read_settings("x", "").model_dump(by_alias=True)
    assert set(named) == set(settings)
    for part, value in settings.items():
        if isinstance(value, dict):
            assert set(value) - set(named[part]) == set(), guide
