"""Sop → SheetContent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.model.sop import Status
from sopkit.sheet import words
from sopkit.sheet.content import Headings, Row, SheetContent, Symbol, SymbolKind
from sopkit.sheet.identity.composing import compose_identity, filled

if TYPE_CHECKING:
    from sopkit.flow.graph import FlowGraph
    from sopkit.model.sop import Langkah, Sop
    from sopkit.sheet.picture import Picture

NO_ROLE = "(belum diisi)"
"""The heading of the column for steps that name no pelaksana: the gap is seen on the sheet instead of hidden."""

START, END, START_AND_END = "Mulai", "Selesai", "Mulai dan selesai"
WORK, DECISION = "Kegiatan", "Keputusan"

_MARKS = {Status.DRAF: "DRAF", Status.DICABUT: "DICABUT", Status.BERLAKU: ""}


def compose(sop: Sop, flow: FlowGraph, *, logo: Picture | None = None) -> SheetContent:
    """What stands on the sheet of `sop`, whose flow is `flow` and whose logo, read by the caller, is `logo`."""
    plan = _plan(sop, flow)
    rows = tuple(_row(i, plan) for i in range(len(sop.langkah)))
    last = max(flow.ends, default=len(rows) - 1)
    return SheetContent(
        title=sop.nama,
        number=sop.nomor or "",
        mark=_MARKS[sop.status],
        identity=compose_identity(sop, logo),
        headings=_headings(sop),
        roles=tuple(plan.roles.values()),
        rows=rows,
        start=Symbol(SymbolKind.KAPSUL, rows[0].symbols[0].role, START) if plan.own_start else None,
        end=Symbol(SymbolKind.KAPSUL, rows[last].symbols[-1].role, END) if plan.own_end else None,
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What the rows need to know of the whole: headings by role key, and which capsules stand alone."""

    sop: Sop
    flow: FlowGraph
    roles: dict[str, str]
    own_start: bool
    own_end: bool


def _plan(sop: Sop, flow: FlowGraph) -> _Plan:
    separate = sop.mulai_selesai is not None
    first = sop.langkah[0]
    starts_with_decision = first.keputusan is not None and len(_keys(first)) == 1
    ends_in_decision = any(step in flow.decisions for step in flow.ends)
    return _Plan(sop, flow, _roles(sop), separate or starts_with_decision, separate or ends_in_decision)


def _roles(sop: Sop) -> dict[str, str]:
    """Heading by role key in the order printed; unknown keys that steps use, and a gap, come after the known ones."""
    roles = {key: role.nama for key, role in sop.pelaksana.items()}
    for step in sop.langkah:
        for key in step.pelaksana.kunci:
            roles.setdefault(key, key)
    if any(not step.pelaksana.kunci for step in sop.langkah):
        roles[""] = NO_ROLE
    return roles


def _keys(step: Langkah) -> tuple[str, ...]:
    return step.pelaksana.kunci or ("",)


def _row(i: int, plan: _Plan) -> Row:
    step, numbers, exits = plan.sop.langkah[i], plan.sop.nomor_langkah, plan.flow.out(i)
    who = words.performers(
        tuple(plan.roles[key] for key in _keys(step)),
        joint=step.pelaksana.bersama,
    )
    mutu = step.mutu_baku
    return Row(
        step=i,
        number=numbers[i],
        activity=step.kegiatan or "",
        symbols=_symbols(i, step, plan),
        joint=step.pelaksana.bersama,
        performers=who,
        requirements=filled(mutu.kelengkapan),
        time=mutu.waktu.text if mutu.waktu else "",
        outputs=filled(mutu.output),
        note=step.keterangan or "",
        exits=exits,
        words=words.sentence(numbers[i], who, exits, numbers),
    )


def _symbols(i: int, step: Langkah, plan: _Plan) -> tuple[Symbol, ...]:
    columns = tuple(plan.roles)
    keys = _keys(step)
    return tuple(
        Symbol(kind, columns.index(key), name, notes)
        for (kind, name), key, notes in zip(
            _kinds(i, step, plan), keys, _notes(i, step, plan, keys), strict=True
        )
    )


def _kinds(i: int, step: Langkah, plan: _Plan) -> list[tuple[SymbolKind, str]]:
    """What the symbols of the row are, and how each is called."""
    kinds = [(SymbolKind.KOTAK, WORK)] * len(_keys(step))
    if not plan.own_end and i in plan.flow.ends:
        kinds[-1] = (SymbolKind.KAPSUL, END)
    if not plan.own_start and i == 0:
        both = kinds[0][0] is SymbolKind.KAPSUL
        kinds[0] = (SymbolKind.KAPSUL, START_AND_END if both else START)
    if step.keputusan is not None:
        kinds[-1] = (SymbolKind.KETUPAT, DECISION)
    return kinds


def _notes(i: int, step: Langkah, plan: _Plan, keys: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The notes of each symbol: how the work is shared within the row and, at the last symbol, where it goes on."""
    is_last_row = i == len(plan.sop.langkah) - 1
    exits = words.exit_notes(
        plan.flow.out(i), plan.sop.nomor_langkah, ends_visibly=is_last_row or not plan.own_end
    )
    if step.pelaksana.bersama and len(keys) > 1:
        return (*(((words.JOINT_NOTE,),) * (len(keys) - 1)), (words.JOINT_NOTE, *exits))
    handed_over = tuple((words.hand_over_note(plan.roles[key]),) for key in keys[1:])
    return (*handed_over, exits)


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
