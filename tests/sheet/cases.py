"""The sheets that every change of the layout is held against, as YAML by name."""

from __future__ import annotations

from samples import ROLES


def sop(roles, steps, *, head=""):
    """An SOP of `steps`: `a Menerima berkas -> 3`, the letters of the roles first, `a?` for a decision `-> ya 3, tidak 1`.

    Several letters are a hand-over, with `+` joint work. Without an arrow it goes on to the next step.
    """
    names = "".join(f"  {chr(97 + i)}: {ROLES[i]}\n" for i in range(roles))
    return f"sopkit: 1\nnomor: 000/1/2024\nnama: Contoh\n{head}pelaksana:\n{names}langkah:\n" + "".join(
        map(_step, steps)
    )


def _step(text):
    who, _, rest = text.partition(" ")
    what, _, way = rest.partition(" -> ")
    keys = who.rstrip("?")
    performers = f"{{bersama: [{', '.join(keys.split('+'))}]}}" if "+" in keys else f"[{', '.join(keys)}]"
    lines = f"  - kegiatan: {what}\n    pelaksana: {performers}\n"
    if who.endswith("?"):
        yes, no = (part.split()[-1] for part in way.split(", "))
        lines += f"    keputusan: {{ya: {yes}, tidak: {no}}}\n"
    elif way:
        lines += f"    lanjut: [{way}]\n"
    quality = "{kelengkapan: Berkas permohonan, waktu: 30 menit, output: Berkas yang sudah diperiksa}"
    return f"{lines}    mutu_baku: {quality}\n"


def _many(count, roles, loops):
    """Steps that wander over the roles; `loops` are decisions with the step that Tidak leads back to."""
    for i in range(1, count + 1):
        role = chr(97 + (i * 3 + i // roles) % roles)
        text = "Menyusun, memeriksa, dan menyampaikan dokumen kepada pejabat yang berwenang"
        text += " untuk ditindaklanjuti sesuai dengan ketentuan" * (count // 5)
        if i in loops:
            yield f"{role}? {text} -> ya {i + 1}, tidak {loops[i]}"
        else:
            yield f"{role} {text}"


def _pentagons():
    """Seven jumps ahead from the first pages, seven loops back to them."""
    for i in range(1, 25):
        role = "abcdef"[i * 5 % 6]
        if i in range(2, 9):
            yield f"{role}? Memeriksa -> ya {i + 1}, tidak {i + 13}"
        elif i in range(16, 23):
            yield f"{role}? Meneliti -> ya {i + 1}, tidak {i - 13}"
        else:
            yield f"{role} Mencatat"


LOOPS = {7: 2, 13: 1, 17: 16, 21: 3, 24: 22}

CASES = {
    "lurus": sop(3, ["a Menerima", "b Menyusun", "b Memeriksa", "c Menetapkan", "a Mengarsipkan"]),
    "satu-putaran": sop(3, ["a Menerima", "b Menyusun", "c? Menyetujui -> ya 4, tidak 2", "a Mengarsipkan"]),
    "putaran-sendiri": sop(3, ["a Menerima", "b? Menunggu kelengkapan -> ya 3, tidak 2", "c Menetapkan"]),
    "tiga-tidak-ke-langkah-2": sop(
        4,
        [
            "a Menerima",
            "a Menyusun",
            "b? Memeriksa -> ya 4, tidak 2",
            "c? Meneliti -> ya 5, tidak 2",
            "d? Menyetujui -> ya 6, tidak 2",
            "a Mengarsipkan",
        ],
    ),
    "lompat-maju": sop(
        3, ["a Menerima", "b? Memeriksa -> ya 5, tidak 3", "a Melengkapi", "b Mencatat", "c Menetapkan"]
    ),
    "cabang-sejajar": sop(
        4,
        [
            "a Menerima",
            "b Membagi tugas -> 3, 4, 5, 6, 7",
            "a Menyiapkan ruang -> 8",
            "b Menyiapkan bahan -> 8",
            "c Menyiapkan undangan -> 8",
            "d Menyiapkan konsumsi -> 8",
            "c Menyiapkan daftar hadir -> 8",
            "d Memimpin rapat",
        ],
    ),
    "dua-pelaksana": sop(
        4,
        [
            "ab Menyampaikan",
            "b+c Membahas",
            "cb? Memutuskan -> ya 4, tidak 2",
            "c+d Menandatangani",
            "dad Menyerahkan",
        ],
        head="mulai_selesai: terpisah\n",
    ),
    "tujuh-pelaksana": sop(7, _many(12, 7, {4: 2, 8: 5, 11: 1})),
    "sepuluh-pelaksana": sop(10, _many(12, 10, {4: 2, 8: 5, 11: 1})),
    "dua-belas-pelaksana": sop(12, _many(14, 12, {4: 2, 8: 5, 11: 1, 13: 3})),
    "empat-halaman": sop(5, _many(25, 5, LOOPS)),
    "tiga-puluh-segilima": sop(6, _pentagons()),
}
