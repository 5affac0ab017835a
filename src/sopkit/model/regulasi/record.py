"""One record of a registry file, checked field by field, as a `Regulation`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NoReturn

from sopkit.errors import SopkitError, Text
from sopkit.model.regulasi.period import Period, read_period
from sopkit.model.regulasi.regulation import Regulation
from sopkit.model.rujukan import Jenis, Rujukan, Scope, parse_rujukan
from sopkit.spelling import nearest

FIELDS: Final = (
    "jenis",
    "penerbit",
    "nomor",
    "tahun",
    "judul",
    "ditetapkan",
    "berlaku",
    "dicabut_oleh",
    "dicabut",
    "diubah_oleh",
    "sumber",
)
"""The fields of a record, in the order they are written."""


def read_regulation(record: object, where: str) -> Regulation:
    """The regulation of `record`, a mapping of `FIELDS`; jenis, nomor, tahun, berlaku and sumber are required.

    `where` names the record in messages (`regulasi.yaml, entri ke-3`). Raises SopkitError, naming record and field.
    """
    fields = _Fields(record, where)
    revoked_by = fields.citation("dicabut_oleh")
    revoked = fields.period("dicabut")
    if (revoked is None) is not (revoked_by is None):
        fields.fault(
            "dicabut",
            "dicabut dan dicabut_oleh harus diisi bersama.",
            "dicabut and dicabut_oleh must be given together.",
        )
    in_force = fields.period("berlaku") or fields.missing("berlaku")
    if revoked is not None and revoked.last < in_force.first:
        fields.fault("dicabut", "dicabut sebelum berlaku.", "It is revoked before it is in force.")
    return Regulation(
        rujukan=_citation_of_itself(fields),
        ditetapkan=fields.period("ditetapkan"),
        berlaku=in_force,
        dicabut_oleh=revoked_by,
        dicabut=revoked,
        diubah_oleh=fields.citations("diubah_oleh"),
        sumber=fields.text("sumber") or fields.missing("sumber"),
    )


def _citation_of_itself(fields: _Fields) -> Rujukan:
    jenis = fields.jenis()
    nomor = fields.text("nomor") or fields.missing("nomor")
    tahun = fields.text("tahun") or fields.missing("tahun")
    penerbit = fields.text("penerbit")
    if jenis.scope is Scope.MINISTER and penerbit is None:
        fields.missing("penerbit")
    judul = fields.text("judul")
    parts = (jenis.nama, penerbit, f"Nomor {nomor} Tahun {tahun}", judul and f"tentang {judul}")
    words = " ".join(part for part in parts if part)
    rujukan = parse_rujukan(words)
    read = rujukan and (rujukan.jenis, str(rujukan.tahun), rujukan.judul, rujukan.sisa, rujukan.diubah_dengan)
    if rujukan is None or read != (jenis, tahun, judul, "", None):
        fields.fault("nomor", f"tidak terbaca sebagai peraturan: {words}.", f"It is no regulation: {words}.")
    return rujukan


class _Fields:
    """The fields of one record, with faults that name it."""

    def __init__(self, record: object, where: str) -> None:
        self.where = where
        if not isinstance(record, Mapping):
            self.fault("", "entri harus berupa pasangan kunci dan nilai.", "A record must be a mapping.")
        self.record: Mapping[object, object] = record
        for key in record:
            if key not in FIELDS:
                self._unknown(str(key))

    def _unknown(self, key: str) -> NoReturn:
        near = nearest(key, FIELDS)
        self.fault(
            key,
            "kunci tidak dikenal." + (f" Maksudnya {near}?" if near else ""),
            "Unknown key." + (f" Did you mean {near}?" if near else ""),
        )

    def fault(self, field: str, indonesian: str, english: str) -> NoReturn:
        place = f"{self.where}, {field}" if field else self.where
        raise SopkitError(Text(id=f"{place}: {indonesian}", en=f"{place}: {english}"))

    def missing(self, field: str) -> NoReturn:
        self.fault(field, "belum diisi.", "It is missing.")

    def text(self, field: str) -> str | None:
        return self._scalar(field, self.record.get(field))

    def _scalar(self, field: str, value: object) -> str | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, str | int | date):
            self.fault(field, "harus berupa teks.", "It must be a text.")
        return " ".join(str(value).split()) or None

    def jenis(self) -> Jenis:
        word = self.text("jenis") or self.missing("jenis")
        if word.upper() not in Jenis.__members__:
            near = nearest(word, Jenis.__members__)
            hint_id, hint_en = (f" Maksudnya {near}?", f" Did you mean {near}?") if near else ("", "")
            self.fault("jenis", f"jenis {word} tidak dikenal.{hint_id}", f"Unknown kind {word}.{hint_en}")
        return Jenis[word.upper()]

    def period(self, field: str) -> Period | None:
        text = self.text(field)
        if text is None:
            return None
        period = read_period(text)
        if period is None:
            self.fault(
                field,
                f"{text} bukan tanggal; tulislah 2014, 2014-10, atau 2014-10-02.",
                f"{text} is no date; write 2014, 2014-10 or 2014-10-02.",
            )
        return period

    def citation(self, field: str) -> Rujukan | None:
        text = self.text(field)
        return None if text is None else self._cited(field, text)

    def citations(self, field: str) -> tuple[Rujukan, ...]:
        value = self.record.get(field)
        entries = value if isinstance(value, list | tuple) else [value]
        texts = (self._scalar(field, entry) for entry in entries)
        return tuple(self._cited(field, text) for text in texts if text is not None)

    def _cited(self, field: str, text: str) -> Rujukan:
        rujukan = parse_rujukan(text)
        if rujukan is None:
            self.fault(field, f"{text} tidak terbaca sebagai rujukan.", f"{text} is no citation.")
        return rujukan
