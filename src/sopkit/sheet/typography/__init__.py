"""Texts → lines: widths of characters, line breaks, paragraphs in a box. Knows no column and no page."""
