"""What a browser makes of a sheet: the places of pages, rows and symbols, measured in headless Chromium.

As a script it lays out the SOPs given and prints how far the browser's row heights are from the computed ones:

    PYTHONPATH=src python tests/render/browser.py sops
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_MEASURE = """
<script>
const mm = pixels => pixels * 25.4 / 96;
const box = (element, page) => {
  const one = element.getBoundingClientRect(), other = page.getBoundingClientRect();
  return {left: mm(one.left - other.left), top: mm(one.top - other.top), width: mm(one.width), height: mm(one.height)};
};
const broken = text => {
  const lines = text.querySelectorAll("br").length + 1, high = parseFloat(getComputedStyle(text).lineHeight);
  return text.getBoundingClientRect().height > (lines + 0.5) * high || text.scrollWidth > text.clientWidth + 1;
};
const pages = [...document.querySelectorAll(".page")].map(page => ({
  ...box(page, page),
  rows: [...page.querySelectorAll("tr")].map(row => box(row, page)),
  symbols: [...page.querySelectorAll(".symbol")].map(symbol => box(symbol, page)),
  boxes: [...page.querySelectorAll(".box")].map(cell => box(cell, page)),
  broken: [...page.querySelectorAll("p, li, .part")].filter(broken).length,
}));
document.body.innerHTML = `<pre id="measured">${JSON.stringify(pages)}</pre>`;
</script>
"""


def chromium():
    """The path of the browser, None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def measure(html, *, more=""):
    """Every page of `html` as the browser places it on a wide screen, in millimetres from the page's top left.

    A page has `left`, `top`, `width`, `height`, and the same for its `rows`, `symbols` and `boxes` (cells of the identity
    block); `broken` counts texts in which the browser broke a line of its own. `more` is CSS put after that of the sheet.
    """
    policy_free, found = _POLICY.subn("", html)
    assert found == 1
    page = policy_free.replace("</head>", f"<style>{more}</style></head>").replace(
        "</body>", f"{_MEASURE}</body>"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "sheet.html")
        file.write_text(page, "utf-8")
        dumped = _run("--window-size=1700,1000", "--dump-dom", file.as_uri())
    return json.loads(re.search(r'<pre id="measured">(.*?)</pre>', dumped, re.DOTALL)[1])


def print_to_pdf(html, pdf):
    """Print `html` as a browser's user would, to the file `pdf`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "sheet.html")
        file.write_text(html, "utf-8")
        _run("--no-pdf-header-footer", f"--print-to-pdf={pdf}", file.as_uri())


def _run(*arguments):
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    process = subprocess.run([chromium(), *flags, *arguments], capture_output=True, check=True, timeout=120)
    return process.stdout.decode("utf-8")


def height_errors(sheet, pages):
    """How far the height of each row is from the computed one, in millimetres; `pages` are those that `measure` gives."""
    computed = [row.height / 1000 for page in sheet.pages if page.table for row in page.table.rows]
    shown = [row["height"] for page in pages for row in page["rows"]]
    return [abs(one - other) for one, other in zip(computed, shown, strict=True)]


def _main(paths):
    from sopkit.files import find_files
    from sopkit.flow.graph import build_flow
    from sopkit.load.loading import load_bytes
    from sopkit.render.html import render_html
    from sopkit.render.options import RenderOptions
    from sopkit.sheet.compose import compose
    from sopkit.sheet.layout import layout

    for file in find_files(paths):
        sop = load_bytes(file.name, file.path.read_bytes()).sop
        content = compose(sop, build_flow(sop))
        sheet = layout(content)
        pages = measure(render_html(content, sheet, RenderOptions()))
        errors = height_errors(sheet, pages)
        broken = sum(page["broken"] for page in pages)
        print(f"{file.name}: {len(errors)} rows, worst {max(errors):.4f} mm, {broken} lines broken anew")  # noqa: T201 - a report


if __name__ == "__main__":
    _main(sys.argv[1:])
