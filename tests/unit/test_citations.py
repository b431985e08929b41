"""Citations in a cell."""

import pytest

from atlas.dataset.citations import Citation, parse_citations


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", ()),
        ("a", (Citation("a"),)),
        ("a;b", (Citation("a"), Citation("b"))),
        ("a[p. 3]; b", (Citation("a", "p. 3"), Citation("b"))),
        ("a[p. 3; fig. 2];b[]", (Citation("a", "p. 3; fig. 2"), Citation("b"))),
        ("a;;b;", (Citation("a"), Citation("b"))),
    ],
)
def test_parse(cell, expected):
    assert parse_citations(cell) == expected


@pytest.mark.parametrize("cell", ["two words", "a[", "a]b", "[p. 3]", "a[b[c]]"])
def test_parse_refuses(cell):
    with pytest.raises(ValueError):
        parse_citations(cell)


def test_text_of_a_citation_parses_to_the_same_citation():
    for cell in ("a", "a[p. 3]"):
        assert str(parse_citations(cell)[0]) == cell
