from sopkit.sheet.model import Cell, CellKind, Rule, Weight
from sopkit.sheet.table.rules import rules


def cell(x, w, kind=CellKind.TEXT, y=0):
    return Cell(kind, x, y, w, 10)


def test_a_line_that_two_cells_share_is_ruled_once():
    assert rules([cell(0, 5), cell(5, 5)]) == (
        Rule(0, 0, 10, 0, Weight.FRAME),
        Rule(0, 10, 10, 10, Weight.FRAME),
        Rule(0, 0, 0, 10, Weight.FRAME),
        Rule(5, 0, 5, 10, Weight.FRAME),
        Rule(10, 0, 10, 10, Weight.FRAME),
    )


def test_only_between_two_roles_the_line_is_a_hair():
    cells = [cell(0, 5), cell(5, 5, CellKind.ROLE), cell(10, 5, CellKind.ROLE), cell(15, 5)]
    upright = {rule.x1: rule.weight for rule in rules(cells) if rule.x1 == rule.x2}
    assert upright == {
        0: Weight.FRAME,
        5: Weight.FRAME,
        10: Weight.HAIR,
        15: Weight.FRAME,
        20: Weight.FRAME,
    }


def test_a_hair_line_ends_where_a_heading_is_framed():
    cells = [cell(0, 5), cell(5, 5), *(cell(x, 5, CellKind.ROLE, 10) for x in (0, 5))]
    assert {(rule.y1, rule.y2, rule.weight) for rule in rules(cells) if rule.x1 == rule.x2 == 5} == {
        (0, 10, Weight.FRAME),
        (10, 20, Weight.HAIR),
    }
