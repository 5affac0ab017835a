"""The programs beside which sopkit is measured, and the proof that each has done its work."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from measuring import output

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corpus import Made

SOPKIT = (sys.executable, "-c", "from sopkit.__main__ import main; main()")
_YAMLLINT_RULES = "{extends: default, rules: {line-length: disable, document-start: disable}}"
_BROKEN = {"colon", "tab", "cut off"}
"""Faults that no parser of YAML can overlook; one that is cut off may by chance end well."""
_WITHOUT_C = "import sys; sys.modules['_ruamel_yaml'] = None; from check_jsonschema import main; main()"
_PARSER = """
import sys
from pathlib import Path
from _ruamel_yaml import CParser
from ruamel.yaml.error import YAMLError
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    try:
        parser = CParser(path.read_text("utf-8-sig"))
        while parser.get_event() is not None:
            pass
    except YAMLError:
        print(path)
"""


@dataclass(frozen=True)
class Peer:
    """A program by the name in the table; `command` is without the files, of which it takes the folder or each one."""

    name: str
    command: tuple[str, ...]
    takes_folder: bool = True

    def over(self, folder: Path, files: Sequence[Made]) -> list[str]:
        """The command over the `files` that stand below `folder`."""
        if self.takes_folder:
            return [*self.command, str(folder)]
        return [*self.command, *(str(folder / file.name) for file in files)]


def peers(schema: Path) -> list[Peer]:
    """yamllint, check-jsonschema as its own installation has it and with the parser in C, and the bare parser."""
    return [
        Peer("yamllint", (sys.executable, "-m", "yamllint", "-f", "parsable", "-d", _YAMLLINT_RULES)),
        Peer(
            "check-jsonschema",
            (sys.executable, "-c", _WITHOUT_C, "--schemafile", str(schema)),
            takes_folder=False,
        ),
        Peer(
            "check-jsonschema with the parser in C",
            (sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)),
            takes_folder=False,
        ),
        Peer("bare parser in C, no checks", (sys.executable, "-c", _PARSER)),
    ]


def prove(folder: Path, files: Sequence[Made], all_peers: Sequence[Peer]) -> list[str]:
    """What is wrong with the work of anybody: every program must name the files that it cannot overlook."""
    wrong = []
    broken = [file.name for file in files if "colon" in file.faults or "tab" in file.faults]
    for peer in all_peers:
        told = output(
            [*peer.over(folder, files), *(["--verbose"] if "jsonschema" in peer.name else [])], folder
        )
        wrong += [f"{peer.name} does not name {name}" for name in broken if name not in told]
        if "jsonschema" in peer.name:
            misspelt = [
                file.name for file in files if "unknown key" in file.faults and not _BROKEN & {*file.faults}
            ]
            wrong += [f"{peer.name} does not name {name}" for name in misspelt if name not in told]
    return wrong + _prove_sopkit(folder, files)


def _prove_sopkit(folder: Path, files: Sequence[Made]) -> list[str]:
    command = [*SOPKIT, "validate", "--no-cache", "--format", "json", str(folder)]
    told = json.loads(output(command, folder))
    named = {found["file"] for found in told["findings"]}
    wrong = [] if told["files"] == len(files) else [f"sopkit read {told['files']} of {len(files)} files"]
    overlooked = [f.name for f in files if f.faults and f"{folder.as_posix()}/{f.name}" not in named]
    return wrong + [f"sopkit does not name {name}" for name in overlooked]
