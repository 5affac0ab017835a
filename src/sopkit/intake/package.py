"""Packages of Office files (zip archives of XML) opened within bounds: no bombs, no entities, nothing fetched, nothing run.

What is inside the parts does not belong here.
"""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_PARTS = 5_000
MAX_TOTAL = 200 << 20
"""Bytes of all parts together, unpacked."""
MAX_XML = 12 << 20
"""Bytes of one part of XML; the sheet of an SOP has some hundred thousand."""
_OLE = b"\xd0\xcf\x11\xe0"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Package:
    """An archive whose sizes have been checked; `name` is how reports call it."""

    name: str
    archive: zipfile.ZipFile

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self.archive.NameToInfo

    def xml(self, part: str) -> Element:
        """The root of a part.

        Raises:
            SopkitError: the part is missing, damaged, too large, or holds entities or a document type.
        """
        return parse_xml(self.read(part), self.name, part)

    def read(self, part: str) -> bytes:
        """The bytes of a part of XML.

        Raises:
            SopkitError: the part is missing, damaged or too large.
        """
        info = self.archive.NameToInfo.get(part)
        if info is None:
            raise damaged(self.name)
        if info.file_size > MAX_XML:
            raise SopkitError(
                Text(
                    f"{self.name}: bagian {part} lebih besar dari {MAX_XML >> 20} MiB; ini bukan lembar SOP",
                    f"{self.name}: the part {part} is larger than {MAX_XML >> 20} MiB; this is no sheet of an SOP",
                )
            )
        try:
            return self.archive.read(part)
        except (
            zipfile.BadZipFile,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise damaged(self.name) from error

    def relations(self, part: str) -> dict[str, str]:
        """The parts that `part` refers to, by id; what lies outside of the package is left out."""
        folder, file = posixpath.split(part)
        rels = f"{folder}/_rels/{file}.rels".lstrip("/")
        if not self.has(rels):
            return {}
        return {
            one.get("Id", ""): _resolved(folder, one.get("Target", ""))
            for one in self.xml(rels).iter(_RELATIONSHIPS)
            if one.get("TargetMode") != "External"
        }


def open_package(data: bytes, name: str) -> Package:
    """The archive in `data`, with every part of XML checked for entities.

    Raises:
        SopkitError: it is encrypted, of the old binary kind, damaged, too large, or not to be trusted.
    """
    if data.startswith(_OLE):
        raise SopkitError(
            Text(
                f"{name}: berkas bersandi atau berformat lama (.doc, .xls); simpan tanpa sandi sebagai .docx atau .xlsx",
                f"{name}: encrypted, or of the old format (.doc, .xls); save it without password as .docx or .xlsx",
            )
        )
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged(name) from error
    infos = archive.infolist()
    if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_TOTAL:
        raise SopkitError(
            Text(
                f"{name}: isinya terlalu besar bila dibuka (lebih dari {MAX_TOTAL >> 20} MiB atau {MAX_PARTS} bagian)",
                f"{name}: too large when unpacked (over {MAX_TOTAL >> 20} MiB or {MAX_PARTS} parts)",
            )
        )
    if any(info.flag_bits & 1 for info in infos):
        raise SopkitError(Text(f"{name}: berkas bersandi", f"{name}: the file is encrypted"))
    return Package(name, archive)


def check_xml(package: Package) -> None:
    """Read every part of XML once, so that a library that reads the package finds no entity and no damage.

    Raises:
        SopkitError: a part is too large, damaged, or holds a document type or entities.
    """
    for part in package.archive.namelist():
        if part.endswith((".xml", ".rels", ".vml")) and not part.startswith("customXml/"):
            text = package.read(part)
            if part.endswith(".vml"):
                continue
            parse_xml(text, package.name, part)


def parse_xml(data: bytes, name: str, part: str) -> Element:
    """The root of the XML in `data`.

    Raises:
        SopkitError: it is no XML, or holds a document type or entities.
    """
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise SopkitError(
            Text(
                f"{name}: {part} memuat definisi XML yang tidak diizinkan (DTD atau entitas)",
                f"{name}: {part} holds XML definitions that are not allowed (a DTD or entities)",
            )
        ) from error
    except (ParseError, ValueError, RecursionError) as error:
        raise damaged(name) from error
    return root


def damaged(name: str) -> SopkitError:
    """The error for a file that cannot be read as what its suffix says."""
    return SopkitError(
        Text(
            f"{name}: berkas rusak atau bukan berkas dengan akhiran itu; buka dan simpan ulang di aplikasinya",
            f"{name}: damaged, or no file of that kind; open it in its application and save it again",
        )
    )


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(
        target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    )
