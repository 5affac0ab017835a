"""Sop → SheetContent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.model.sop import Status
from sopkit.sheet.content import Field, Headings, Identity, Row, Section, SheetContent, Symbol, SymbolKind
from sopkit.sheet.words import flow_in_words

if TYPE_CHECKING:
    from sopkit.flow.graph import FlowGraph
    from sopkit.model.sop import Langkah, Sop
    from sopkit.model.tanggal import Tanggal

NO_ROLE = "(belum diisi)"
"""The heading of the column for steps that name no pelaksana: the gap is seen on the sheet instead of hidden."""


def compose(sop: Sop, flow: FlowGraph) -> SheetContent:
    """What stands on the sheet of `sop`, whose flow is `flow`."""
    roles = _roles(sop)
    starts_with_decision = sop.langkah[0].keputusan is not None
    ends_in_decision = any(step in flow.decisions for step in flow.ends)
    separate = sop.mulai_selesai is not None
    own_start, own_end = separate or starts_with_decision, separate or ends_in_decision
    rows = tuple(
        _row(i, step, sop, flow, tuple(roles), start=not own_start, end=not own_end)
        for i, step in enumerate(sop.langkah)
    )
    return SheetContent(
        title=sop.nama,
        number=sop.nomor or "",
        draft=sop.status is Status.DRAF,
        revoked=sop.status is Status.DICABUT,
        identity=_identity(sop),
        headings=_headings(sop),
        roles=tuple(roles.values()),
        rows=rows,
        start_capsule=own_start,
        end_capsule=own_end,
        words=flow_in_words(sop, flow, roles),
    )


def _roles(sop: Sop) -> dict[str, str]:
    """Heading by role key in the order printed; unknown keys that steps use, and a gap, come after the known ones."""
    roles = {key: role.nama for key, role in sop.pelaksana.items()}
    for step in sop.langkah:
        for key in step.pelaksana.kunci:
            roles.setdefault(key, key)
    if any(not step.pelaksana.kunci for step in sop.langkah):
        roles[""] = NO_ROLE
    return roles


def _row(
    i: int, step: Langkah, sop: Sop, flow: FlowGraph, keys: tuple[str, ...], *, start: bool, end: bool
) -> Row:
    mutu = step.mutu_baku
    return Row(
        step=i,
        number=sop.nomor_langkah[i],
        activity=step.kegiatan or "",
        symbols=_symbols(i, step, flow, keys, start=start, end=end),
        joint=step.pelaksana.bersama,
        requirements=mutu.kelengkapan,
        time=mutu.waktu.text if mutu.waktu else "",
        outputs=mutu.output,
        note=step.keterangan or "",
        exits=flow.out(i),
    )


def _symbols(
    i: int, step: Langkah, flow: FlowGraph, keys: tuple[str, ...], *, start: bool, end: bool
) -> tuple[Symbol, ...]:
    columns = [keys.index(key) for key in (step.pelaksana.kunci or ("",))]
    kinds = [SymbolKind.KOTAK] * len(columns)
    if end and i in flow.ends:
        kinds[-1] = SymbolKind.KAPSUL
    if start and i == 0:
        kinds[0] = SymbolKind.KAPSUL
    if step.keputusan is not None:
        kinds[-1] = SymbolKind.KETUPAT
    return tuple(Symbol(kind, column) for kind, column in zip(kinds, columns, strict=True))


def _headings(sop: Sop) -> Headings:
    label = sop.label
    return Headings(
        number="No",
        activity=label.kegiatan or "Kegiatan",
        performer=label.pelaksana or "Pelaksana",
        standard=label.mutu_baku or "Mutu Baku",
        requirement=label.kelengkapan or "Kelengkapan",
        time=label.waktu or "Waktu",
        output=label.output or "Output",
        note=label.keterangan or "Keterangan",
    )


def _identity(sop: Sop) -> Identity:
    label, dates, signer = sop.label, sop.tanggal, sop.disahkan_oleh
    agency = (sop.instansi.pemerintah, sop.instansi.perangkat_daerah)
    return Identity(
        agency=tuple(line.upper() for line in agency if line),
        unit=sop.instansi.unit or "",
        logo=sop.instansi.logo,
        fields=(
            Field(label.nomor or "Nomor SOP", _lines(sop.nomor)),
            Field(label.pembuatan or "Tanggal Pembuatan", _lines(_date(dates.pembuatan))),
            Field(label.revisi or "Tanggal Revisi", tuple(_date(day) for day in dates.revisi)),
            Field(label.efektif or "Tanggal Efektif", _lines(_date(dates.efektif))),
        ),
        approval=Field(
            label.disahkan_oleh or "Disahkan Oleh",
            _lines(
                signer.jabatan, signer.nama, signer.pangkat, f"NIP {signer.nip.text}" if signer.nip else None
            ),
        ),
        title=Field(label.nama or "Nama SOP", _lines(sop.nama)),
        sections=_sections(sop),
    )


def _sections(sop: Sop) -> tuple[tuple[Section, Section], ...]:
    label = sop.label
    law = Section(label.dasar_hukum or "Dasar Hukum", _entries(sop.dasar_hukum))
    skill = Section(
        label.kualifikasi_pelaksana or "Kualifikasi Pelaksana", _entries(sop.kualifikasi_pelaksana)
    )
    linked = Section(label.keterkaitan or "Keterkaitan", _entries(sop.keterkaitan))
    tools = Section(label.peralatan or "Peralatan/Perlengkapan", _entries(sop.peralatan))
    warning = Section(label.peringatan or "Peringatan", _entries(sop.peringatan))
    records = Section(label.pencatatan or "Pencatatan dan Pendataan", _entries(sop.pencatatan))
    return ((law, skill), (linked, tools), (warning, records))


def _entries(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _lines(*parts: str | None) -> tuple[str, ...]:
    return tuple(line for part in parts if part for line in part.splitlines())


def _date(day: Tanggal | None) -> str | None:
    """A date in Indonesian form; as written where it cannot be read."""
    if day is None:
        return None
    return str(day) if day.readable else day.text
