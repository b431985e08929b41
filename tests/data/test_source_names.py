"""Sources in short: worked out by hand, and every source of the real data."""

import pytest

from atlas.dataset.source_names import short_citation
from atlas.dataset.tables.sources import Source


@pytest.mark.parametrize(
    ("authors", "title", "name"),
    [
        ("Gray H (ed. Lewis)", "Anatomy", "Gray 1990"),
        ("Kura H et al.", "Analysis of muscles", "Kura et al. 1990"),
        ("González Espinosa de los Monteros FJ; Medina G", "Tests", "González Espinosa 1990"),
        ("NHS", "What to do", "NHS 1990"),
        # a remark in brackets is no part of the name, and is not cut in the middle
        ("", "Chapter 8 (title not in excerpt): where the spinal cord ends", "Chapter 8 1990"),
        ("", "Medial plantar nerve (after Gray)", "Medial plantar nerve 1990"),
        ("", "(abstract) pain of one root", "pain of one root 1990"),
        ("", "[Anastomosis of nerves in the leg of man]", "Anastomosis of nerves … 1990"),
        # capitals are initials in the name of a person only
        ("", "DVT and pulmonary embolism: symptoms", "DVT and pulmonary embolism 1990"),
        ("", "F waves", "F waves 1990"),
        # one word before a comma says too little
        ("", "Nerves, ch. 8", "Nerves, ch. 8 1990"),
        ("", "Clinical anatomy of the sacral plexus, ch. 12", "Clinical anatomy … 1990"),
        ("", "(only a remark)", "(only a remark) 1990"),
    ],
)
def test_a_name_is_cut_where_it_makes_sense(authors: str, title: str, name: str) -> None:
    assert short_citation(Source(id="x", authors=authors, title=title, year="1990", access="whole")) == name


def test_no_name_of_a_real_source_is_cut_in_brackets_or_before_a_sign(atlas) -> None:
    for source in atlas.dataset.sources.values():
        name = short_citation(source).removesuffix(source.year).strip()
        assert name and len(name.split()) <= 6, source.id
        assert all(name.count(open_) == name.count(close) for open_, close in ("()", "[]")), name
        assert name[-1] not in ",:;-–/", name
