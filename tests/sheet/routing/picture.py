"""A drawing as SVG, to be looked at by the one who works on the router. No writer of the sheet uses it."""

from __future__ import annotations

from sopkit.sheet.routing.problem import Shape

HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="{0} {1} {2} {3}" width="{4}" height="{5}" fill="none"
 font-family="Liberation Sans" font-size="2300" text-anchor="middle">
<rect x="{0}" y="{1}" width="{2}" height="{3}" fill="white"/>
<marker id="a" markerUnits="userSpaceOnUse" markerWidth="2000" markerHeight="1800" refX="2000" refY="900" orient="auto">
<path d="M0 0L2000 900L0 1800z" fill="black"/></marker>"""


def svg(page, routed):
    """The page with its table lines, symbols, lines and labels."""
    left, right = page.columns[0].left, page.columns[-1].right
    top, bottom = page.rows[0].top, page.rows[-1].bottom
    width, height = right - left + 10_000, bottom - top + 10_000
    parts = [HEAD.format(left - 5_000, top - 5_000, width, height, width // 170, height // 170)]
    parts += [
        f'<path stroke="#999" stroke-width="120" d="M{c.left} {top}V{bottom}M{c.right} {top}V{bottom}"/>'
        for c in page.columns
    ]
    parts += [
        f'<path stroke="#666" stroke-width="250" d="M{left} {b.top}H{right}M{left} {b.bottom}H{right}"/>'
        for b in page.rows
    ]
    arrows = {edge.id: edge.arrow for edge in page.edges}
    for path in routed.paths:
        d = "M" + "L".join(f"{x} {y}" for x, y in path.points)
        marker = ' marker-end="url(#a)"' if arrows[path.connection] else ""
        parts.append(f'<path stroke="black" stroke-width="350" d="{d}"{marker}/>')
        if path.label:
            box = path.label
            parts.append(
                f'<rect x="{box.x}" y="{box.y}" width="{box.w}" height="{box.h}" fill="#fe9" opacity=".7"/>'
            )
            parts.append(
                f'<text x="{box.x + box.w // 2}" y="{box.y + box.h - 600}" fill="black">{box.text}</text>'
            )
    parts += [_symbol(node) for node in page.nodes]
    return "\n".join([*parts, "</svg>"])


def _symbol(node):
    x, y, w, h = node.x, node.y, node.w, node.h
    cx, cy = node.centre
    name = f'<text x="{cx}" y="{cy + 800}" fill="#06c">{node.id}</text>'
    style = 'stroke="black" stroke-width="350" fill="white"'
    outlines = {
        Shape.KOTAK: f'<rect x="{x}" y="{y}" width="{w}" height="{h}" {style}/>',
        Shape.KAPSUL: f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{h // 2}" {style}/>',
        Shape.KETUPAT: f'<path d="M{cx} {y}L{x + w} {cy}L{cx} {y + h}L{x} {cy}z" {style}/>',
        Shape.SEGILIMA: f'<path d="M{x} {y}h{w}v{h * 6 // 10}l{-w // 2} {h * 4 // 10}l{-w // 2} {-h * 4 // 10}z" {style}/>',
    }
    return outlines[node.shape] + name
