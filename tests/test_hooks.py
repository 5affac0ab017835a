"""The pre-commit hook and the GitHub Action name commands and options that are there."""

from __future__ import annotations

import re
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]


def read(name):
    return YAML(typ="safe", pure=True).load((ROOT / name).read_text(encoding="utf-8"))


def test_the_hook_runs_a_command_that_is_there(sopkit):
    (hook,) = read(".pre-commit-hooks.yaml")
    assert hook["id"] == "sopkit-validate"
    assert hook["entry"].split()[0] == "sopkit"
    assert (
        sopkit(
            *hook["entry"].split()[1:], "sops/contoh/pengelolaan-surat-masuk.sop.yaml", cwd=ROOT
        ).returncode
        == 0
    )
    assert re.search(hook["files"], "sops/a/b.sop.yaml")
    assert not re.search(hook["files"], "docs/a.yaml")


def test_the_action_runs_a_command_that_is_there(sopkit):
    action = read("action.yml")
    script = action["runs"]["steps"][1]["run"]
    (line,) = [line for line in script.splitlines() if line.startswith("sopkit ")]
    words = line.replace("$SOPKIT_PATHS", action["inputs"]["paths"]["default"]).replace(
        "$SOPKIT_ARGUMENTS", ""
    )
    process = sopkit(
        *words.split()[1:], cwd=ROOT, env={"SOPKIT_LANG": action["inputs"]["language"]["default"]}
    )
    assert process.returncode == 1
    assert process.stdout.startswith("::")
