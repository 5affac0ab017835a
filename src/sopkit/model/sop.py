"""The SOP itself: the pydantic models of the file format, version 1.

Fields carry the Indonesian words of the printed sheet. Everything is frozen; unknown keys are refused; what the
format lets a file leave out is None or an empty tuple here, and a rule's finding elsewhere. The descriptions are
what an editor shows to whoever fills in the file.

Annotations are no texts here: pydantic would compile each of them to know its type.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)

from sopkit.model.fields import (
    MADE,
    REFERENCES_SCHEMA,
    TIME_SCHEMA,
    Date,
    Dates,
    Identifier,
    NipField,
    Optional,
    OrSchema,
    Probability,
    Required,
    Texts,
    Time,
    as_text,
    as_texts,
    as_version,
    as_waktu,
    wrong_shape,
)
from sopkit.model.jendela import Jendela
from sopkit.model.waktu import Waktu

SELESAI = "selesai"
"""The reference that ends the procedure."""


class _Model(BaseModel):
    # built on first use: the parts of an SOP are read inside it and hardly ever alone
    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


class Status(StrEnum):
    """Whether the SOP is being written, in force, or revoked."""

    DRAF = "draf"
    BERLAKU = "berlaku"
    DICABUT = "dicabut"


class Instansi(_Model):
    """The agency whose SOP it is."""

    pemerintah: Optional = Field(
        None, description="Pemerintah daerah atau kementerian/lembaga, mis. Pemerintah Kabupaten Lumajang."
    )
    perangkat_daerah: Optional = Field(
        None, description="Perangkat daerah, mis. Dinas Komunikasi dan Informatika."
    )
    unit: Optional = Field(
        None, description="Unit kerja penyusun SOP, mis. Sub Bagian Perencanaan dan Keuangan."
    )
    logo: Optional = Field(
        None, description="Berkas gambar logo, relatif terhadap berkas ini dan di dalam folder SOP."
    )


class TanggalSop(_Model):
    """The dates of the identity block."""

    pembuatan: Date = Field(
        None, description="Tanggal SOP selesai dibuat: 2022-03-01, 2022-03, atau 1 Maret 2022."
    )
    revisi: Dates = Field((), description="Tanggal revisi: kosong, satu tanggal, atau daftar tanggal.")
    efektif: Date = Field(
        None, description="Tanggal SOP mulai berlaku (sering dicetak sebagai Tanggal Pengesahan)."
    )


class Pengesah(_Model):
    """Who signed the SOP."""

    jabatan: Optional = Field(None, description="Jabatan pejabat yang mengesahkan.")
    nama: Optional = Field(None, description="Nama lengkap dengan gelar.")
    pangkat: Optional = Field(None, description="Pangkat/golongan, mis. Pembina Utama Muda.")
    nip: NipField = Field(
        None, description='NIP 18 angka dalam tanda kutip, mis. "198001012005011001"; spasi boleh.'
    )


class Label(_Model):
    """The words this office prints in place of the usual ones; None keeps the usual one."""

    nomor: Optional = Field(None, description="Pengganti kata Nomor SOP.")
    pembuatan: Optional = Field(None, description="Pengganti kata Tanggal Pembuatan.")
    revisi: Optional = Field(None, description="Pengganti kata Tanggal Revisi.")
    efektif: Optional = Field(None, description="Pengganti kata Tanggal Efektif, mis. Tanggal Pengesahan.")
    disahkan_oleh: Optional = Field(None, description="Pengganti kata Disahkan Oleh.")
    nama: Optional = Field(None, description="Pengganti kata Nama SOP.")
    dasar_hukum: Optional = Field(None, description="Pengganti kata Dasar Hukum.")
    kualifikasi_pelaksana: Optional = Field(None, description="Pengganti kata Kualifikasi Pelaksana.")
    keterkaitan: Optional = Field(None, description="Pengganti kata Keterkaitan.")
    peralatan: Optional = Field(None, description="Pengganti kata Peralatan/Perlengkapan.")
    peringatan: Optional = Field(None, description="Pengganti kata Peringatan.")
    pencatatan: Optional = Field(None, description="Pengganti kata Pencatatan dan Pendataan.")
    kegiatan: Optional = Field(None, description="Pengganti kata Kegiatan, mis. Aktivitas.")
    pelaksana: Optional = Field(None, description="Pengganti kata Pelaksana.")
    mutu_baku: Optional = Field(None, description="Pengganti kata Mutu Baku.")
    kelengkapan: Optional = Field(None, description="Pengganti kata Kelengkapan, mis. Persyaratan.")
    waktu: Optional = Field(None, description="Pengganti kata Waktu.")
    output: Optional = Field(None, description="Pengganti kata Output.")
    keterangan: Optional = Field(None, description="Pengganti kata Keterangan.")


def _as_role(value: object) -> object:
    value = as_text(value)
    if value is None:
        raise wrong_shape(id="judul kolom pelaksana masih kosong", en="the heading of this role is empty")
    return _role(value) if isinstance(value, str) else value


class Peran(_Model):
    """A column of the Pelaksana part: its printed heading and the other words for the same role."""

    nama: Required = Field(description="Judul kolom seperti tercetak.")
    alias: Texts = Field((), description="Sebutan lain untuk pelaksana yang sama.")


@lru_cache(maxsize=1000)
def _role(heading: str) -> Peran:
    return Peran.model_construct(nama=heading)


_RoleField = Annotated[Peran, BeforeValidator(_as_role), OrSchema({"type": "string"})]


class PelaksanaLangkah(_Model):
    """Who does a step, by role key: one, several handing over inside the step, or several together (`bersama`)."""

    kunci: tuple[str, ...] = ()
    bersama: bool = False


_ROLES_SHAPE = {
    "id": "pelaksana langkah harus berupa kunci, daftar kunci, atau {bersama: [kunci, kunci]}",
    "en": "the pelaksana of a step must be a key, a list of keys, or {bersama: [key, key]}",
}


def _as_step_roles(value: object) -> object:
    if isinstance(value, str):
        return _one_role(value.strip())
    if isinstance(value, PelaksanaLangkah):
        return value
    together = isinstance(value, Mapping)
    if isinstance(value, Mapping):
        if set(value) != {"bersama"}:
            raise wrong_shape(**_ROLES_SHAPE)
        value = value["bersama"]
    keys = as_texts(value) if not isinstance(value, Mapping) else None
    if not isinstance(keys, tuple) or not all(isinstance(key, str) for key in keys):
        raise wrong_shape(**_ROLES_SHAPE)
    return PelaksanaLangkah(kunci=tuple(key for key in keys if key), bersama=together)


@lru_cache(maxsize=1000)
def _one_role(key: str) -> PelaksanaLangkah:
    return PelaksanaLangkah(kunci=(key,) if key else ())


_KEYS_SCHEMA: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
_StepRoles = Annotated[
    PelaksanaLangkah,
    BeforeValidator(_as_step_roles),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                _KEYS_SCHEMA,
                {
                    "type": "object",
                    "properties": {"bersama": _KEYS_SCHEMA},
                    "required": ["bersama"],
                    "additionalProperties": False,
                },
                {"type": "null"},
            ]
        }
    ),
]


class MutuBaku(_Model):
    """The quality standard of a step: what it needs, how long it takes, what comes out."""

    kelengkapan: Texts = Field(
        (), description="Yang diperlukan untuk memulai langkah: satu teks atau daftar."
    )
    waktu: Time = Field(
        None, description="Lama pengerjaan dengan satuan, mis. 30 menit, 1 jam 30 menit, 2 hari kerja."
    )
    output: Texts = Field((), description="Hasil langkah: satu teks atau daftar.")


_NO_QUALITY = MutuBaku.model_construct()
_OrNull = OrSchema({"type": "null"})


def _as_quality(value: object) -> object:
    return _NO_QUALITY if value is None else value


class Cabang(_Model):
    """One branch of a decision: where it goes, the word printed on it, and how often it is taken."""

    ke: Identifier = Field(None, description="Tujuan: nomor tercetak atau id sebuah langkah, atau selesai.")
    label: Optional = Field(None, description="Kata pada garis, mis. Setuju; bawaan Ya atau Tidak.")
    peluang: Probability = Field(None, description="Peluang cabang ini diambil, 0 sampai 1.")


def _as_branch(value: object) -> object:
    value = as_text(value)
    return {"ke": value} if isinstance(value, str) else value


_Branch = Annotated[Cabang | None, BeforeValidator(_as_branch), OrSchema({"type": ["string", "integer"]})]


class Keputusan(_Model):
    """The two exits of a decision; a branch that is not written is None."""

    ya: _Branch = Field(None, description="Tujuan bila ya: nomor, id, selesai, atau {ke, label, peluang}.")
    tidak: _Branch = Field(
        None, description="Tujuan bila tidak: nomor, id, selesai, atau {ke, label, peluang}."
    )


def _as_references(value: object) -> object:
    if value is None:
        return None
    references = as_texts(value)
    if not references or not isinstance(references, tuple) or "" in references:
        raise wrong_shape(
            id="lanjut harus menyebut langkah berikutnya, beberapa langkah, atau selesai",
            en="lanjut must name the next step, several steps, or selesai",
        )
    return tuple(as_text(item) for item in references)


class Langkah(_Model):
    """One row of the table."""

    id: Optional = Field(None, description="Nama pendek langkah untuk rujukan; harus unik.")
    nomor: Identifier = Field(None, description="Nomor tercetak; bawaan 1, 2, 3, dan seterusnya.")
    kegiatan: Optional = Field(None, description="Apa yang dikerjakan, diawali kata kerja aktif.")
    pelaksana: _StepRoles = Field(
        PelaksanaLangkah(),
        description="Kunci pelaksana; [a, b] serah terima; {bersama: [a, b]} bersama-sama.",
    )
    mutu_baku: Annotated[MutuBaku, BeforeValidator(_as_quality), _OrNull] = Field(
        _NO_QUALITY, description="Mutu baku: kelengkapan, waktu, output."
    )
    keputusan: Keputusan | None = Field(None, description="Menjadikan langkah ini keputusan (belah ketupat).")
    lanjut: Annotated[
        tuple[str, ...] | None, BeforeValidator(_as_references), WithJsonSchema(REFERENCES_SCHEMA)
    ] = Field(None, description="Langkah berikutnya; bawaan baris berikut. Beberapa berarti serentak.")
    keterangan: Optional = Field(None, description="Keterangan tambahan.")


Tenggat = Waktu | Jendela
"""A deadline: a length, or a window of dates."""


def _as_deadline(value: object) -> object:
    if not isinstance(value, Mapping) or "cepat" in value:
        value = as_waktu(value)
        if value is None or isinstance(value, Tenggat):
            return value
    ends = {key: as_text(end) for key, end in value.items()} if isinstance(value, Mapping) else {}
    if set(ends) != {"mulai", "selesai"} or not all(isinstance(end, str) for end in ends.values()):
        raise wrong_shape(
            id="tenggat harus berupa lama waktu atau {mulai: 01-01, selesai: 02-28}",
            en="tenggat must be a duration or {mulai: 01-01, selesai: 02-28}",
        )
    return Jendela(str(ends["mulai"]), str(ends["selesai"]))


_WINDOW_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"mulai": {"type": "string"}, "selesai": {"type": "string"}},
    "required": ["mulai", "selesai"],
    "additionalProperties": False,
}


def _as_separate(value: object) -> object:
    value = as_text(value)
    if value not in (None, "terpisah"):
        raise wrong_shape(id="mulai_selesai hanya mengenal terpisah", en="mulai_selesai knows only terpisah")
    return value


def _as_status(value: object) -> object:
    value = as_text(value)
    if isinstance(value, str) and value in set(Status):
        return Status(value)
    raise wrong_shape(
        id="status harus draf, berlaku, atau dicabut",
        en="status must be draf, berlaku or dicabut",
    )


class Sop(_Model):
    """One SOP: the identity block, the columns and the rows, in the order printed."""

    sopkit: Annotated[Literal[1], BeforeValidator(as_version)] = Field(description="Versi format berkas: 1.")
    nomor: Optional = Field(None, description='Nomor SOP dalam tanda kutip, mis. "427.50/1/2.27/2022".')
    nama: Required = Field(description="Nama SOP.")
    status: Annotated[Status, BeforeValidator(_as_status), _OrNull] = Field(
        Status.BERLAKU, description="draf, berlaku (bawaan), atau dicabut."
    )
    instansi: Annotated[Instansi, _OrNull] = Field(
        Instansi.model_construct(), description="Instansi pemilik SOP."
    )
    tanggal: Annotated[TanggalSop, _OrNull] = Field(
        TanggalSop.model_construct(), description="Tanggal pembuatan, revisi, dan efektif."
    )
    disahkan_oleh: Annotated[Pengesah, _OrNull] = Field(
        Pengesah.model_construct(), description="Pejabat yang mengesahkan."
    )
    dasar_hukum: Texts = Field((), description="Peraturan yang mendasari SOP.")
    kualifikasi_pelaksana: Texts = Field((), description="Kemampuan yang harus dimiliki pelaksana.")
    keterkaitan: Texts = Field((), description="SOP lain yang terkait.")
    peralatan: Texts = Field((), description="Peralatan dan perlengkapan.")
    peringatan: Texts = Field((), description="Akibat bila SOP tidak dilaksanakan.")
    pencatatan: Texts = Field((), description="Pencatatan dan pendataan.")
    tenggat: Annotated[
        Annotated[Waktu, MADE] | Annotated[Jendela, MADE] | None,
        BeforeValidator(_as_deadline),
        WithJsonSchema({"anyOf": [*TIME_SCHEMA["anyOf"], _WINDOW_SCHEMA]}),
    ] = Field(
        None, description="Batas waktu: lama (5 hari kerja) atau jendela {mulai: 01-01, selesai: 02-28}."
    )
    label: Annotated[Label, _OrNull] = Field(
        Label.model_construct(), description="Kata yang dicetak kantor ini sebagai pengganti kata baku."
    )
    mulai_selesai: Annotated[
        str | None, BeforeValidator(_as_separate), WithJsonSchema({"enum": ["terpisah", None]})
    ] = Field(None, description="terpisah: kapsul Mulai dan Selesai digambar tersendiri.")
    pelaksana: Annotated[dict[str, _RoleField], _OrNull] = Field(
        default_factory=dict, description="Kolom pelaksana menurut urutan cetak: kunci dan judulnya."
    )
    langkah: tuple[Langkah, ...] = Field(
        description="Baris-baris prosedur menurut urutan cetak.", json_schema_extra={"minItems": 1}
    )

    @model_validator(mode="before")
    @classmethod
    def _empty_parts(cls, value: Any) -> Any:
        """An empty `instansi:` (or another part made of keys) is a missing one; a list of steps becomes a tuple."""
        if not isinstance(value, dict):
            return value
        parts = {key: part for key, part in value.items() if part is not None or key not in _PARTS}
        if isinstance(parts.get("langkah"), list):
            parts["langkah"] = tuple(parts["langkah"])
        return parts

    @model_validator(mode="after")
    def _some_step(self) -> Self:
        if not any(step.kegiatan for step in self.langkah):
            raise wrong_shape(
                id="langkah harus berisi paling sedikit satu langkah yang punya kegiatan",
                en="langkah must have at least one step with a kegiatan",
            )
        return self

    @cached_property
    def nomor_langkah(self) -> tuple[str, ...]:
        """The printed number of every step, in order: `nomor` where given, else its 1-based position."""
        return tuple(step.nomor or str(i) for i, step in enumerate(self.langkah, start=1))


_PARTS = ("status", "instansi", "tanggal", "disahkan_oleh", "label", "pelaksana")
