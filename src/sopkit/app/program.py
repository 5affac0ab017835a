"""Which program this is: what must be the same for kept results to still hold."""

from __future__ import annotations

import os
import sys
from hashlib import blake2b

import sopkit

_LIBRARIES = ("holidays-", "pydantic-", "pydantic_core-", "ruamel")
"""What findings stand on beside our own code: days off, shapes, YAML."""
_LEFT_OUT = ("__pycache__", "cli", "render", "report")
"""Rooms that take findings and change none."""


def program_digest() -> str:
    """A digest of sopkit's own files, its tables among them, of the libraries under it, and of Python.

    By content and not by date, so that a fresh installation of the same version finds the results of another.
    """
    digest = blake2b(digest_size=16)
    for line in (sys.version, *_libraries()):
        digest.update(line.encode() + b"\n")
    folder = os.path.dirname(sopkit.__file__)  # noqa: PTH120 - this runs at every start: plain calls are quicker
    for name, path in sorted(_files(folder, "")):
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            data = file.read()
        digest.update(f"{name} {len(data)}\n".encode("utf-8", "surrogateescape") + data)
    return digest.hexdigest()


def _libraries() -> list[str]:
    """The names of the installed libraries with their versions, as their folders have them."""
    found = []
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - as below
        except OSError:
            continue
        found += [name for name in names if name.endswith(".dist-info") and name.startswith(_LIBRARIES)]
    return sorted(found)


def _files(folder: str, inside: str) -> list[tuple[str, str]]:
    """Code and tables below `folder`, each with its path inside the package."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                found += [] if entry.name in _LEFT_OUT else _files(entry.path, f"{inside}{entry.name}/")
            elif entry.name.endswith((".py", ".yaml", ".json")):
                found.append((inside + entry.name, entry.path))
    return found
