from hypothesis import given
from hypothesis import strategies as st

from sopkit.sheet.drawing.links import Link, Spot
from sopkit.sheet.drawing.off_page import Port, letters, split_links


def link(source, target):
    return Link(Spot(source, 0), Spot(target, 0))


@st.composite
def flows(draw):
    count = draw(st.integers(2, 12))
    breaks = draw(st.sets(st.integers(1, count - 1), max_size=4))
    page_of, page = [], 0
    for band in range(count):
        page += band in breaks
        page_of.append(page)
    band = st.integers(0, count - 1)
    ends = draw(st.lists(st.tuples(band, band), max_size=20))
    return dict(enumerate(link(*pair) for pair in ends)), page_of, page + 1


@given(flows())
def test_every_connector_that_leads_away_has_its_match_on_the_page_it_names(flow):
    links, page_of, count = flow
    pages = split_links(links, page_of, count)
    marks = [
        {(of.letter, of.port.inward, page) for of in parts.connectors for page in of.pages} for parts in pages
    ]
    for here, found in enumerate(marks):
        for letter, inward, there in found:
            assert (letter, not inward, here) in marks[there]
            assert here != there


@given(flows())
def test_a_letter_stands_for_one_target(flow):
    links, page_of, count = flow
    pages = split_links(links, page_of, count)
    named = {(of.letter, of.port.target) for parts in pages for of in parts.connectors}
    assert len(named) == len({letter for letter, _ in named}) == len({target for _, target in named})


@given(flows())
def test_every_link_is_drawn_whole_or_in_two_parts(flow):
    links, page_of, count = flow
    pages = split_links(links, page_of, count)
    for number, of in links.items():
        labelled = [part for parts in pages for part in parts.parts if number in part.links and part.labelled]
        others = [
            part for parts in pages for part in parts.parts if number in part.links and not part.labelled
        ]
        crosses = page_of[of.source.band] != page_of[of.target.band]
        assert len(labelled) == 1
        assert len(others) == (1 if crosses else 0)


@given(flows())
def test_a_connector_stands_on_the_side_of_the_page_it_is_about(flow):
    links, page_of, count = flow
    for here, parts in enumerate(split_links(links, page_of, count)):
        for of in parts.connectors:
            assert all((page < here) == of.port.above for page in of.pages)


def test_lines_that_leave_for_one_target_share_a_connector():
    links = {0: link(0, 3), 1: link(1, 3), 2: link(2, 3)}
    first, second = split_links(links, [0, 0, 0, 1], 2)
    port = Port(Spot(3, 0), inward=False, above=False)
    assert [part.target for part in first.parts] == [port] * 3
    assert [part.links for part in second.parts] == [(0, 1, 2)]
    assert [of.letter for of in (*first.connectors, *second.connectors)] == ["A", "A"]


def test_letters_go_on_with_two_after_z():
    assert letters(29)[24:] == ("Y", "Z", "AA", "AB", "AC")
