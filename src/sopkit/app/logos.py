"""The logo that an SOP names: read within bounds, from below the root of the SOPs and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.files import read_bounded
from sopkit.sheet.picture import picture

if TYPE_CHECKING:
    from pathlib import Path

    from sopkit.files import InputFile
    from sopkit.model.sop import Sop
    from sopkit.sheet.picture import Picture

MAX_LOGO_BYTES = 1 << 20
"""A logo stands in every sheet; more than a MiB makes sheets that nobody can mail."""


def read_logo(sop: Sop, file: InputFile, root: Path | None) -> Picture | None:
    """The logo that `sop` names; None when it names none. Without a `root` the folder given, or of the file, is the root.

    Raises:
        SopkitError: it lies outside the root of the SOPs, cannot be read, is too large, or is no picture.
    """
    if not sop.instansi.logo:
        return None
    bound = (root or file.base or file.path.parent).resolve()
    path = (file.path.parent / sop.instansi.logo).resolve()
    if not path.is_relative_to(bound):
        raise SopkitError(
            Text(
                f"{file.name}: logo {sop.instansi.logo} berada di luar folder SOP; pindahkan ke dalamnya",
                f"{file.name}: the logo {sop.instansi.logo} lies outside the folder of the SOPs; move it inside",
            )
        )
    return _picture(path, file)


def _picture(path: Path, file: InputFile) -> Picture:
    data = read_bounded(path, MAX_LOGO_BYTES)
    if len(data) > MAX_LOGO_BYTES:
        raise SopkitError(
            Text(
                f"{file.name}: logo lebih besar dari 1 MiB; perkecil",
                f"{file.name}: the logo is over 1 MiB; make it smaller",
            )
        )
    found = picture(data)
    if found is None:
        raise SopkitError(
            Text(
                f"{file.name}: logo {path.name} bukan gambar PNG, JPEG, GIF, WebP, atau SVG",
                f"{file.name}: the logo {path.name} is no PNG, JPEG, GIF, WebP or SVG picture",
            )
        )
    return found
