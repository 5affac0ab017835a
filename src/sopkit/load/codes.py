"""The codes of findings about a file that cannot be read as it stands. Their pages are written like a rule's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Code, Finding, Severity

if TYPE_CHECKING:
    from sopkit.errors import Text
    from sopkit.source import DocPath, SourceFile, Span

NOT_YAML = Code(
    "SOP001",
    "bukan-yaml",
    Severity.ERROR,
    since="0.1",
    doc="""Berkas tidak dapat dibaca sebagai YAML. / The file cannot be read as YAML.

## Mengapa
Satu tanda yang salah tempat membuat seluruh berkas tidak terbaca. Yang paling sering: titik dua diikuti spasi di
dalam teks tanpa tanda kutip, tab sebagai indentasi, teks yang diawali `%` atau `@`, tanda kutip yang tidak ditutup,
atau berkas yang tidak disimpan sebagai UTF-8.

## Buruk
```yaml
sopkit: 1
nama: Penyusunan LAKIP: tahap awal
langkah:
  - kegiatan: Menyusun draf
```

## Baik
```yaml
sopkit: 1
nama: "Penyusunan LAKIP: tahap awal"
langkah:
  - kegiatan: Menyusun draf
```
""",
)
WRONG_SHAPE = Code(
    "SOP002",
    "bentuk-salah",
    Severity.ERROR,
    since="0.1",
    doc="""Isi berkas tidak sesuai format SOP. / The content does not have the shape of an SOP.

## Mengapa
Kunci yang tidak dikenal, bagian wajib yang hilang, atau nilai yang bentuknya lain tidak pernah diabaikan diam-diam:
yang salah ketik bisa berarti satu baris hilang dari lembar tercetak.

## Buruk
```yaml
sopkit: 1
nama: Penyusunan LAKIP
langkah:
  - kegiatan: Menyusun draf
    pelaksna: tim
```

## Baik
```yaml
sopkit: 1
nama: Penyusunan LAKIP
langkah:
  - kegiatan: Menyusun draf
    pelaksana: tim
```
""",
)
FORBIDDEN_YAML = Code(
    "SOP004",
    "yaml-terlarang",
    Severity.ERROR,
    since="0.1",
    doc="""Berkas memakai jangkar, alias, kunci gabung, atau tag YAML. / The file uses a YAML anchor, alias, merge key or tag.

## Mengapa
SOP adalah teks biasa. Jangkar (`&`), alias (`*`), kunci gabung (`<<`), dan tag (`!`) menyembunyikan isi di tempat lain dan
tidak pernah dituruti. Biasanya tanda itu hanya awal teks yang lupa diberi tanda kutip.

## Buruk
```yaml
sopkit: 1
nama: !penting Penyusunan LAKIP
langkah:
  - kegiatan: Menyusun draf
```

## Baik
```yaml
sopkit: 1
nama: "!penting Penyusunan LAKIP"
langkah:
  - kegiatan: Menyusun draf
```
""",
)
UNQUOTED_NUMBER = Code(
    "SOP005",
    "angka-tanpa-kutip",
    Severity.INFO,
    since="0.1",
    doc="""Nomor atau NIP ditulis tanpa tanda kutip. / A nomor or NIP is written without quotes.

## Mengapa
sopkit membaca angkanya utuh, tetapi program YAML lain menganggapnya bilangan: `09` kehilangan nol dan NIP yang
panjang dibulatkan. Tanda kutip membuat berkas aman di mana pun.

## Buruk
```yaml
sopkit: 1
nomor: 09
nama: Penyusunan LAKIP
langkah:
  - kegiatan: Menyusun draf
```

## Baik
```yaml
sopkit: 1
nomor: "09"
nama: Penyusunan LAKIP
langkah:
  - kegiatan: Menyusun draf
```
""",
)
BYTE_ORDER_MARK = Code(
    "SOP006",
    "tanda-urutan-bita",
    Severity.WARNING,
    since="0.1",
    doc="""Berkas diawali tanda urutan bita (BOM). / The file begins with a byte order mark.

## Mengapa
Sebagian penyunting di Windows menaruh tanda tak tampak di awal berkas. Isinya tetap terbaca, tetapi alat lain dapat
gagal pada tanda itu. Simpan berkas sebagai "UTF-8" tanpa BOM.
""",
)

LOAD_CODES = (NOT_YAML, WRONG_SHAPE, FORBIDDEN_YAML, UNQUOTED_NUMBER, BYTE_ORDER_MARK)
"""Every code that reading a file can give, in order."""


def finding(
    code: Code,
    source: SourceFile,
    span: Span,
    message: Text,
    *,
    path: DocPath = (),
    help: Text | None = None,  # noqa: A002
) -> Finding:
    """A finding of `code` in `source`."""
    return Finding(source.name, code.code, code.name, code.severity, message, path, span, help=help)
