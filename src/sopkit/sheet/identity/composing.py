"""The identity block of a sheet: agency, numbers and dates, who signs, the six sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.sheet.content import Approval, Field, Identity, Section

if TYPE_CHECKING:
    from sopkit.model.nip import Nip
    from sopkit.model.sop import Sop
    from sopkit.model.tanggal import Tanggal
    from sopkit.sheet.picture import Picture


def compose_identity(sop: Sop, logo: Picture | None) -> Identity:
    """The identity block of `sop` with the logo read for it."""
    label, dates = sop.label, sop.tanggal
    agency = (sop.instansi.pemerintah, sop.instansi.perangkat_daerah)
    return Identity(
        agency=tuple(line.upper() for line in agency if line),
        unit=sop.instansi.unit or "",
        logo=logo,
        fields=(
            Field(label.nomor or "Nomor SOP", _lines(sop.nomor)),
            Field(label.pembuatan or "Tanggal Pembuatan", _lines(_date(dates.pembuatan))),
            Field(label.revisi or "Tanggal Revisi", _lines(*(_date(day) for day in dates.revisi))),
            Field(label.efektif or "Tanggal Efektif", _lines(_date(dates.efektif))),
        ),
        approval=_approval(sop),
        title=Field(label.nama or "Nama SOP", _lines(sop.nama)),
        sections=_sections(sop),
    )


def _approval(sop: Sop) -> Approval:
    signer = sop.disahkan_oleh
    return Approval(
        label=sop.label.disahkan_oleh or "Disahkan Oleh",
        position=signer.jabatan or "",
        name=signer.nama or "",
        rank=signer.pangkat or "",
        nip=f"NIP {_nip(signer.nip)}" if signer.nip else "",
    )


def _nip(nip: Nip) -> str:
    """The number in groups of 8 6 1 3; as written when it holds anything but digits and blanks."""
    return nip.formatted if "".join(nip.text.split()) == nip.digits else nip.text


def _sections(sop: Sop) -> tuple[tuple[Section, Section], ...]:
    label = sop.label
    law = Section(label.dasar_hukum or "Dasar Hukum", filled(sop.dasar_hukum))
    skill = Section(label.kualifikasi_pelaksana or "Kualifikasi Pelaksana", filled(sop.kualifikasi_pelaksana))
    linked = Section(label.keterkaitan or "Keterkaitan", filled(sop.keterkaitan))
    tools = Section(label.peralatan or "Peralatan/Perlengkapan", filled(sop.peralatan))
    warning = Section(label.peringatan or "Peringatan", filled(sop.peringatan))
    records = Section(label.pencatatan or "Pencatatan dan Pendataan", filled(sop.pencatatan))
    return ((law, skill), (linked, tools), (warning, records))


def filled(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The items of a list that say something."""
    return tuple(text for text in texts if text)


def _lines(*parts: str | None) -> tuple[str, ...]:
    return tuple(line for part in parts if part for line in part.splitlines())


def _date(day: Tanggal | None) -> str | None:
    """A date in Indonesian form; as written where it cannot be read."""
    if day is None:
        return None
    return str(day) if day.readable else day.text
