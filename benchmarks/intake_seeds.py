"""How well old text documents are read: `python benchmarks/intake_seeds.py FOLDER` prints shares of right values.

FOLDER holds the documents that the SOPs in sops/ were made from, as `NNN_<name of the folder in sops>.txt`; without it there is
nothing to measure. Sentences of kegiatan and peringatan are worded anew in sops/ and not compared.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sopkit.intake.assemble import drafts
from sopkit.intake.compose import draft_yaml
from sopkit.intake.readers import read_source
from sopkit.lint.knowledge import Knowledge
from sopkit.load.loading import load_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.model.sop import Sop

SOPS = Path(__file__).resolve().parent.parent / "sops"
Pair = tuple[str, object, object]


def identity(sop: Sop) -> Iterator[tuple[str, object]]:
    """The fields outside of the table, without those that sops/ words anew."""
    yield "nomor", sop.nomor
    yield "nama", sop.nama
    for key in ("pemerintah", "perangkat_daerah", "unit"):
        yield key, getattr(sop.instansi, key)
    yield "pembuatan", str(sop.tanggal.pembuatan)
    yield "revisi", [date.text for date in sop.tanggal.revisi]
    yield "efektif", str(sop.tanggal.efektif)
    for key in ("jabatan", "nama", "pangkat"):
        yield f"pengesah {key}", getattr(sop.disahkan_oleh, key)
    yield "nip", sop.disahkan_oleh.nip.text if sop.disahkan_oleh.nip else None
    for key in ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "pencatatan"):
        yield key, getattr(sop, key)
    yield "peringatan ada", len(sop.peringatan)
    yield "pelaksana", [role.nama for role in sop.pelaksana.values()]


def compare(read: Sop, wanted: Sop) -> Iterator[Pair]:
    """Kind of value, what was read, what is right."""
    for (name, got), (_, right) in zip(identity(read), identity(wanted), strict=True):
        yield f"identitas: {name}", got, right
    yield "jumlah langkah", len(read.langkah), len(wanted.langkah)
    for got, right in zip(read.langkah, wanted.langkah, strict=False):
        times = [step.mutu_baku.waktu.text if step.mutu_baku.waktu else None for step in (got, right)]
        yield "waktu", *times
        yield "kelengkapan", got.mutu_baku.kelengkapan, right.mutu_baku.kelengkapan
        yield "output", got.mutu_baku.output, right.mutu_baku.output
        if got.pelaksana.kunci:
            names = [
                [sop.pelaksana[key].nama for key in step.pelaksana.kunci]
                for sop, step in ((read, got), (wanted, right))
            ]
            yield "pelaksana yang disebut", *names


def known(folder: str) -> list[Sop]:
    """The SOPs of sops/ that a document became."""
    loaded = (load_bytes(path.name, path.read_bytes()).sop for path in sorted((SOPS / folder).glob("*.yaml")))
    return [sop for sop in loaded if sop is not None]


def main() -> None:
    """Print each wrong value, then the shares."""
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():  # noqa: PLR2004 - the script and its folder
        print("no folder of documents: nothing to measure")
        return
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        for pair, name in pairs(path):
            kind, got, wanted = pair
            group = kind.split(":")[0]
            total[group] += 1
            right[group] += got == wanted
            if got != wanted:
                print(f"{path.name} ({name}) {kind}: {got!r} instead of {wanted!r}")
    for group, count in total.items():
        print(f"{group:24} {right[group]:4}/{count:<4} {right[group] / count:6.1%}")


def pairs(path: Path) -> Iterator[tuple[Pair, str]]:
    """The values of each SOP in a document beside the right ones."""
    wanted = {sop.nama.casefold(): sop for sop in known(path.stem.split("_", 1)[-1])}
    found = drafts(read_source(path.read_bytes(), path.name), Knowledge())
    yield ("jumlah SOP", len(found), len(wanted)), path.stem
    for draft in found:
        sop = load_bytes(path.name, draft_yaml(draft).encode()).sop
        if sop is not None and sop.nama.casefold() in wanted:
            yield from ((pair, sop.nama) for pair in compare(sop, wanted[sop.nama.casefold()]))


if __name__ == "__main__":
    main()
