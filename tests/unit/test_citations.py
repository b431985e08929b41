"""Citations in a cell."""

import pytest

from atlas.dataset.citations import Citation, best_reading, parse_citations, row_status, with_readings


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", ()),
        ("a", (Citation("a"),)),
        ("a;b", (Citation("a"), Citation("b"))),
        ("a[p. 3]; b", (Citation("a", "p. 3"), Citation("b"))),
        ("a[p. 3; fig. 2];b[]", (Citation("a", "p. 3; fig. 2"), Citation("b"))),
        ("a;;b;", (Citation("a"), Citation("b"))),
        ("a~memory", (Citation("a", "", "memory"),)),
        ("a[p. 3; ~5 cm]~second-hand; b", (Citation("a", "p. 3; ~5 cm", "second-hand"), Citation("b"))),
    ],
)
def test_parse(cell, expected):
    assert parse_citations(cell) == expected


@pytest.mark.parametrize(
    "cell", ["two words", "a[", "a]b", "[p. 3]", "a[b[c]]", "a~", "a~heard", "a~memory[p. 3]", "~memory"]
)
def test_parse_refuses(cell):
    with pytest.raises(ValueError):
        parse_citations(cell)


def test_text_of_a_citation_parses_to_the_same_citation():
    for cell in ("a", "a[p. 3]"):
        assert str(parse_citations(cell)[0]) == cell


def test_a_citation_was_read_as_its_source_unless_it_says_otherwise():
    access = {"a": "whole", "b": "excerpt"}
    resolved = with_readings(parse_citations("a;a[p. 3]~second-hand;b;unknown"), access)
    assert [cite.reading for cite in resolved] == ["whole", "second-hand", "excerpt", ""]
    assert [str(cite) for cite in resolved] == ["a", "a[p. 3]", "b", "unknown"]


@pytest.mark.parametrize(
    ("readings", "best", "status"),
    [
        ("", "memory", "memory"),
        ("memory", "memory", "memory"),
        ("memory second-hand", "second-hand", "second-hand"),
        ("second-hand excerpt memory", "excerpt", "read"),
        ("excerpt whole", "whole", "read"),
    ],
)
def test_a_row_is_as_well_read_as_its_best_citation(readings, best, status):
    cites = [Citation("a", "", reading) for reading in readings.split()]
    assert (best_reading(cites), row_status(cites)) == (best, status)
