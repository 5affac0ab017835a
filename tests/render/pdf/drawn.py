"""A PDF drawn in a process of its own."""

from pathlib import Path

from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.render.pdf import info_of, render_pdf
from sopkit.sheet.compose import compose
from sopkit.sheet.layout import layout

ROOT = Path(__file__).resolve().parents[3]


def data():
    """The bytes of the PDF of one of the exemplary SOPs."""
    file = ROOT / "sops" / "contoh" / "pengelolaan-surat-masuk.sop.yaml"
    loaded = load_bytes(file.name, file.read_bytes())
    content = compose(loaded.sop, build_flow(loaded.sop))
    return render_pdf(layout(content), info_of(content))
