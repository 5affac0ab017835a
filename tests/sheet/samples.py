"""Contents to lay out: written as short texts, or by chance from a seed. The same seed gives the same content."""

from __future__ import annotations

from random import Random

from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.sheet.compose import compose

WORDS = [
    "menerima",
    "menyusun",
    "memeriksa",
    "menyampaikan",
    "mendokumentasikan",
    "menandatangani",
    "rencana",
    "kerja",
    "dokumen",
    "permohonan",
    "kelengkapan",
    "verifikasi",
    "kepada",
    "Sekretaris",
    "serta",
    "laporan",
    "tahun",
    "berjalan",
    "data",
    "dan/atau",
    "informasi",
    "e-sakip",
    "perangkat",
    "daerah",
    "nota",
    "dinas",
    "koordinasi",
    "hasil",
    "koreksi",
    "draf",
    "berkas",
    "untuk",
    "ditindaklanjuti",
    "sesuai",
    "ketentuan",
]
ROLES = [
    "Pemohon",
    "Petugas Loket",
    "Kasubbag Umum",
    "Kepala Seksi",
    "Kepala Bidang",
    "Sekretaris",
    "Kepala Dinas",
    "Asisten",
    "Sekda",
    "Wakil Bupati",
    "Bupati",
    "Staf",
]


def content_of(text):
    """The content of the SOP written as YAML, which must be without fault."""
    loaded = load_bytes("contoh.sop.yaml", text.encode())
    assert loaded.sop is not None, loaded.findings
    return compose(loaded.sop, build_flow(loaded.sop))


def sentence(chance, low, high):
    """Some words with a full stop."""
    words = [chance.choice(WORDS) for _ in range(chance.randint(low, high))]
    return " ".join(words).capitalize()


def random_sop(seed, *, steps=(5, 40), roles=(2, 8), decisions=None):
    """YAML of an SOP of chance: decisions that lead back, to themselves or ahead, hand-over chains, joint work, parallel branches."""
    chance = Random(seed)  # noqa: S311 - samples, not secrets
    count, columns = chance.randint(*steps), chance.randint(*roles)
    share = chance.uniform(0.05, 0.3) if decisions is None else decisions
    lines = ["sopkit: 1", "nomor: 000/1/2024", f"nama: Contoh {seed}", "pelaksana:"]
    lines += [f"  r{i}: {ROLES[i]}" for i in range(columns)]
    if chance.random() < 0.3:
        lines.append("mulai_selesai: terpisah")
    lines.append("langkah:")
    for i in range(1, count + 1):
        lines += _step(i, count, columns, share, chance)
    return "\n".join(lines) + "\n"


def _step(i, count, columns, share, chance):
    who = chance.randrange(columns)
    lines = [f"  - kegiatan: {sentence(chance, 3, 30)}"]
    decides = 1 < i < count and chance.random() < share
    other = (who + 1 + chance.randrange(columns - 1)) % columns if columns > 1 else who
    several = columns > 1 and not decides and chance.random() < 0.08
    lines.append(f"    pelaksana: [r{who}, r{other}]" if several else f"    pelaksana: r{who}")
    if decides:
        back = chance.random() < 0.75 or i + 2 > count
        target = chance.randint(1, i) if back else chance.randint(i + 2, count)
        lines.append(f"    keputusan: {{ya: {{ke: {i + 1}}}, tidak: {{ke: {target}}}}}")
    elif i + 2 < count and chance.random() < 0.03:
        last = min(i + chance.randint(2, 5), count)
        lines.append(f"    lanjut: [{', '.join(str(then) for then in range(i + 1, last + 1))}]")
    lines.append("    mutu_baku:")
    lines.append(
        f"      kelengkapan: [{', '.join(sentence(chance, 1, 6) for _ in range(chance.randint(1, 2)))}]"
    )
    lines.append(f"      waktu: {chance.choice(('10 menit', '3 jam', '2 hari kerja'))}")
    lines.append(f"      output: {sentence(chance, 1, 8)}")
    return lines
