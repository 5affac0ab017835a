"""IDN011: the logo is no image file within the folder of the SOPs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.language.texts import quoted
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.rule import LintContext

_SCHEME: Final = late(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_ENDINGS: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp")


@rule("IDN011", "logo-di-luar", Severity.ERROR, since="0.1")
def logo_outside(context: LintContext) -> Iterator[Issue]:
    r"""Logo bukan berkas gambar di dalam folder SOP. / The logo is no image file within the folder of the SOPs.

    ## Mengapa
    SOP harus dapat dicetak di komputer mana pun dan tidak boleh membaca berkas di luar folder SOP. Karena itu logo ditulis
    relatif terhadap berkas SOP: bukan alamat internet, bukan lokasi mutlak seperti `C:\logo.png` atau `/gambar/logo.png`, dan
    tidak keluar melalui `..`. Gambar yang diterima ialah PNG, JPEG, GIF, dan WebP; SVG ditolak karena dapat memuat skrip.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    instansi:
      logo: C:\Gambar\logo.png
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    instansi:
      logo: logo.png
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    logo = context.sop.instansi.logo
    if logo is None:
        return
    message = _fault(logo, context.depth)
    if message:
        yield Issue(
            ("instansi", "logo"),
            message,
            help=Text(
                "simpan logo di dalam folder SOP dan tulis lokasinya dari berkas ini, misalnya logo: logo.png",
                "keep the logo within the folder of the SOPs and write its place from this file, such as logo: logo.png",
            ),
        )


def _fault(logo: str, depth: int | None) -> Text | None:
    path = logo.replace("\\", "/")
    if path.startswith("/") or _SCHEME.match(path):
        return Text(
            f"logo {quoted(logo)} harus relatif terhadap berkas SOP, bukan lokasi mutlak atau alamat internet",
            f"the logo {quoted(logo)} must be relative to the SOP, not an absolute path or an internet address",
        )
    if _climbs_out(path, depth):
        return Text(
            f"logo {quoted(logo)} berada di luar folder SOP",
            f"the logo {quoted(logo)} lies outside the folder of the SOPs",
        )
    if not path.lower().endswith(_ENDINGS):
        return Text(
            f"logo {quoted(logo)} bukan gambar PNG, JPEG, GIF, atau WebP",
            f"the logo {quoted(logo)} is no PNG, JPEG, GIF or WebP image",
        )
    return None


def _climbs_out(path: str, depth: int | None) -> bool:
    """Whether `..` leads above the root of the SOPs, `depth` folders up; without a root any `..` does."""
    parts = path.split("/")
    if depth is None:
        return ".." in parts
    level = depth
    for part in parts:
        level += -1 if part == ".." else part not in ("", ".")
        if level < 0:
            return True
    return False
