"""Every length of the sheet that is a matter of taste, in one place. Micrometres; type sizes are tenths of a point."""

from __future__ import annotations

from typing import Final

MARGIN: Final = 12_000
"""Left, right and top."""
MARGIN_BELOW: Final = 14_000
FOOTER: Final = 8_000
"""From the base line of the footer to the lower edge of the paper."""
EDGE: Final = 500
"""Left free at the right of every table, or a browser may put it on a second page."""

PADDING: Final = 1_000
TIGHT: Final = 500
"""Padding at the sides of the headings of roles, whose columns are narrow."""
BORDER: Final = 250
FULL: Final = 985
"""Thousandths of a cell's clear width that lines fill, so that a font a little wider still fits."""

NUMBER: Final = 8_000
TIME: Final = 16_000
NOTE: Final = 16_000
NOTE_EMPTY: Final = 10_000
"""For Keterangan when no row has any, unless its heading is wider."""
FIXED_MOST: Final = 24_000
"""What those three may grow to for a long word."""
TEXTS_LEAST: Final = 50_000
"""What Kegiatan, Kelengkapan and Output need together."""
TEXTS_USUAL: Final = 90_000
"""What roles leave to them unless roles would be narrower than the least."""
TEXTS_EASY: Final = 110_000
"""What they have together where there is no lack of room."""
ROLE_LEAST: Final = 13_000
ROLE_MOST: Final = 27_000
ROLE_STEP: Final = 1_000
SHARES: Final = tuple(range(40, 53, 2))
"""Percent of the room for texts that Kegiatan may take."""

IDENTITY: Final = 90
"""The text of the identity block."""
TITLE: Final = 100
AGENCY: Final = 125
UNIT: Final = 105
AGENCY_PADDING: Final = 4_000
AGENCY_SHARE: Final = 53
"""Percent of the identity block's width that the agency takes, and the left one of each pair of sections."""
FIELD_LABEL: Final = 36_000
FIELD_PADDING: Final = 900
FIELD_INSET: Final = 1_600
LOGO: Final = (40_000, 24_000)
LOGO_GAP: Final = 2_000
UNIT_GAP: Final = 1_400
SIGNATURE: Final = 20_000
"""Room for signature and stamp."""
SECTION_LINES: Final = 2
"""The least lines that a section has room for."""
BLOCK_GAP: Final = 4_000
"""Between the identity block and a table below it."""
FOOT: Final = 70
STAMP: Final = 1_300
STAMP_ANGLE: Final = 24

BODY: Final = 80
BODY_SIZES: Final = (80, 75, 70)
"""For all rows: the smaller ones where words would have to be cut otherwise."""
BODY_SMALLER: Final = (75, 70, 65, 60)
"""For a row that is taller than a page."""
HEAD_SIZES: Final = (80, 75, 70, 65)
NUMBERS: Final = 65
LABEL_SIZES: Final = (70, 65, 60)
"""For the words on branches: the smaller ones where they would not fit beside a line in the middle of a column."""
LABEL_WIDTHS: Final = (10_000, 13_000, 16_000, 20_000)
"""Labels of branches are broken for the first of these widths that gives no more than two lines."""
WORD_SIZES: Final = (70, 65, 60, 55, 50)
"""For the word in a capsule."""
CAPTION: Final = 60
LETTER: Final = 80

SYMBOL_WIDTH_MOST: Final = 18_000
SYMBOL_HEIGHT_LEAST: Final = 6_500
SYMBOL_HEIGHT_MOST: Final = 9_000
CAPSULE_HEIGHT_LEAST: Final = 4_400
"""A capsule as high as it is wide would be a circle."""
GUTTER_LEAST: Final = 3_400
GUTTER_MOST: Final = 4_600
AROUND: Final = 3_200
"""Above and below the symbols of a row."""
EASE: Final = 1_200
"""So much more above and below them where the page has it to spare."""
BETWEEN: Final = 5_000
"""Between symbols that stand one below the other in a cell: an arrow and a little more."""

STRIP: Final = 9_000
STRIP_CROWDED: Final = 11_500
"""A line of off-page connectors whose captions stand above or below them."""
PENTAGON: Final = (6_000, 7_000)
PENTAGON_SMALL: Final = (5_000, 6_000)
PENTAGON_TINY: Final = (4_200, 5_000)

PAGE_COST: Final = 40_000
CONNECTOR_COST: Final = 12_500
"""What a page, and a line that goes over to another page, cost when pages are broken; empty space costs slack² / capacity."""
CROWDING_COST: Final = 25_000
"""For each off-page connector of a strip beyond one a column; on a page where lines found no way it costs a page."""
