"""The pages of the rules: for `sopkit explain`, `sopkit rules`, and the folder docs/aturan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.lint.catalog import CODES, RULES
from sopkit.lint.runner import UNSUPPRESSED
from sopkit.lint.select import unknown_rule

if TYPE_CHECKING:
    from sopkit.diagnostics import Code
    from sopkit.errors import Language

_SEVERITIES = {Severity.ERROR: "galat", Severity.WARNING: "peringatan", Severity.INFO: "catatan"}
_FIXED = frozenset(rule.code.code for rule in RULES if rule.fixable)


def page(name: str) -> str:
    """The page of the rule `name` (its code, name or an old name) in Markdown.

    Raises:
        SopkitError: there is no such rule; the nearest is named.
    """
    for code, aliases in CODES:
        if name.upper() == code.code or name.lower() in (code.name, *aliases):
            return _page(code)
    raise unknown_rule(name, CODES)


def _page(code: Code) -> str:
    title, _, body = code.doc.strip().partition("\n")
    del title
    facts = f"Kode `{code.code}` · {_SEVERITIES[code.severity]} · sejak versi {code.since}"
    if code.code in _FIXED:
        facts += " · dapat diperbaiki dengan `--fix`"
    parts = [f"# {code.code} {code.name}", code.title.id, facts, body.strip(), _how_to_suppress(code)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _how_to_suppress(code: Code) -> str:
    if code.code in UNSUPPRESSED:
        return "## Mengabaikan\n\nTemuan ini tidak dapat diabaikan dari dalam berkas."
    return (
        "## Mengabaikan\n\nTulis di akhir baris yang ditunjuk, atau sendirian di atasnya, beserta alasannya:\n\n"
        f"```yaml\n# sopkit: abaikan[{code.code}] alasan\n```\n\n"
        "Di baris paling atas berkas, tanda itu berlaku untuk seluruh berkas. Untuk semua berkas: "
        f'`ignore = ["{code.code}"]` di bagian `[validate]` dari `sopkit.toml`.'
    )


def rule_list(language: Language) -> str:
    """All rules, one a line: code, severity, name, title."""
    width = max(len(code.name) for code, _ in CODES)
    severities = {severity: severity.value for severity in Severity} if language == "en" else _SEVERITIES
    lines = [
        f"{code.code}  {severities[code.severity]:<10}  {code.name:<{width}}  {code.title.pick(language)}"
        for code, _ in CODES
    ]
    return "\n".join(lines) + "\n"


def all_pages() -> dict[str, str]:
    """The files of docs/aturan by name: a page for every code and an index."""
    pages = {f"{code.code}.md": _page(code) for code, _ in CODES}
    rows = [
        f"| [{code.code}]({code.code}.md) | {_SEVERITIES[code.severity]} | {code.name} | {code.title.id} |"
        for code, _ in CODES
    ]
    head = (
        "# Aturan\n\nSemua aturan `sopkit validate`; yang di akhir (LBR) ditemukan oleh `sopkit render`. "
        "Halaman ini ditulis oleh `make docs`.\n\n"
    )
    table = "| kode | tingkat | nama | yang ditemukan |\n|---|---|---|---|\n"
    return {"README.md": head + table + "\n".join(rows) + "\n", **pages}
