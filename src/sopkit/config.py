"""The project file `sopkit.toml`: what it may say, as frozen values with their defaults.

It is found upwards from the SOPs, as linters find theirs. Unknown keys are refused with the nearest known one, because a
setting that is misspelt and silently ignored is worse than none.

Annotations are no texts here: pydantic would compile each of them to know its type.
"""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from sopkit.diagnostics import Severity
from sopkit.errors import Language, SopkitError, Text
from sopkit.spelling import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class _Part(BaseModel):
    # built on first use: most runs need no other settings than the defaults
    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", populate_by_name=True, defer_build=True
    )


def _as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _day(value: object) -> object:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise PydanticCustomError(
            "tanggal",
            "{en}",
            {"id": "tanggal harus seperti 2026-11-30", "en": "a date must look like 2026-11-30"},
        ) from None


def _severity(value: object) -> object:
    if isinstance(value, Severity):
        return value
    try:
        return Severity(value)
    except ValueError:
        raise PydanticCustomError(
            "severity",
            "{en}",
            {"id": "harus error, warning, atau info", "en": "must be error, warning or info"},
        ) from None


_Texts = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
_Day = Annotated[date, BeforeValidator(_day)]
_Days = Annotated[tuple[_Day, ...], BeforeValidator(_as_tuple)]
_Severity = Annotated[Severity, BeforeValidator(_severity)]


class WaktuSettings(_Part):
    """How long a day, a week and a month of work are. Defaults: 37 h 30 m in five days (Perpres 21/2023)."""

    menit_per_hari: Annotated[int, Field(gt=0, le=1440)] = 450
    hari_per_minggu: Annotated[int, Field(gt=0, le=7)] = 5
    hari_per_bulan: Annotated[int, Field(gt=0, le=31)] = 20


class JamSettings(_Part):
    """The hours of one weekday: `07:30` to `16:00`, with a break of `istirahat_menit` from `istirahat`."""

    mulai: str
    selesai: str
    istirahat: str | None = None
    istirahat_menit: Annotated[int, Field(ge=0)] = 0


Hari = Literal["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
"""The weekdays as keys of `[kalender.jam]`."""


class MusimSettings(_Part):
    """A span with other hours, as in Ramadan; without `jam` the hours of Ramadan by Perpres 21/2023."""

    mulai: _Day
    selesai: _Day
    jam: dict[Hari, JamSettings] = Field(default_factory=dict)


class KalenderSettings(_Part):
    """The working calendar: hours by weekday (empty: the office hours of Perpres 21/2023), seasons, days off."""

    libur_nasional: bool = True
    libur_tambahan: _Days = ()
    hari_kerja_tambahan: _Days = ()
    jam: dict[Hari, JamSettings] = Field(default_factory=dict)
    musim: Annotated[tuple[MusimSettings, ...], BeforeValidator(_as_tuple)] = ()


class ValidateSettings(_Part):
    """Which rules run and which findings fail. Rules are named by code, by name, or by the letters of a family."""

    select: _Texts = ("ALL",)
    ignore: _Texts = ()
    fail_on: _Severity = Severity.ERROR
    severity: dict[str, _Severity] = Field(default_factory=dict)
    per_file_ignores: dict[str, _Texts] = Field(default_factory=dict, alias="per-file-ignores")


class LembarSettings(_Part):
    """The printed sheet: the paper, always landscape, and whether the identity block has pages of its own."""

    kertas: Literal["A4", "F4", "Legal", "Letter"] = "F4"
    identitas: Literal["terpisah", "menyatu"] = "terpisah"


class DataSettings(_Part):
    """The office's own tables beside sopkit's, as paths relative to `sopkit.toml`; see docs/data.md."""

    regulasi: str | None = None
    kata: str | None = None


class Settings(_Part):
    """All of `sopkit.toml`."""

    bahasa: Language = "id"
    waktu: WaktuSettings = WaktuSettings.model_construct()
    kalender: KalenderSettings = KalenderSettings.model_construct()
    validate_: ValidateSettings = Field(ValidateSettings.model_construct(), alias="validate")
    lembar: LembarSettings = LembarSettings.model_construct()
    data: DataSettings = DataSettings.model_construct()


def default_settings() -> Settings:
    """What holds without a `sopkit.toml`: equal to `Settings()`, without building what reads one."""
    return Settings.model_construct()


def read_settings(name: str, text: str) -> Settings:
    """The settings in the TOML `text` of the file that messages call `name`.

    Raises:
        SopkitError: not TOML, an unknown key, or a value of the wrong kind; one sentence with the key.
    """
    import tomllib  # noqa: PLC0415 - not every office has a sopkit.toml

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SopkitError(
            Text(f"{name} bukan TOML yang sah: {error}", f"{name} is not valid TOML: {error}")
        ) from error
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        raise SopkitError(_refusal(name, error.errors(include_url=False)[0])) from error


def _refusal(name: str, detail: "ErrorDetails") -> Text:
    loc = [str(part) for part in detail["loc"]]
    key = ".".join(loc)
    if detail["type"] == "extra_forbidden":
        near = nearest(loc[-1], _known(loc[:-1]))
        more = Text(f"; maksudnya {near}?", f"; did you mean {near}?") if near else Text("", "")
        return Text(f"{name}: kunci {key} tidak dikenal{more.id}", f"{name}: unknown key {key}{more.en}")
    ctx = detail.get("ctx", {})
    reason = Text(str(ctx.get("id", detail["msg"])), str(ctx.get("en", detail["msg"])))
    return Text(f"{name}: {key}: {reason.id}", f"{name}: {key}: {reason.en}")


def _known(loc: list[str]) -> list[str]:
    part: type[BaseModel] = Settings
    for key in loc:
        field = next((f for n, f in part.model_fields.items() if key in (n, f.alias)), None)
        inner = _models(field.annotation if field else None)
        part = inner or part
    return [field.alias or key for key, field in part.model_fields.items()]


def _models(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in getattr(annotation, "__args__", ()) if (found := _models(arg))), None)
