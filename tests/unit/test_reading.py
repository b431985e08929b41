"""How each citation was read: the status of rows, the sources that confirm each other, and the counts."""

from pathlib import Path

import pytest

from atlas import Atlas
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems
from atlas.dataset.source_names import short_citation
from atlas.web.bundles.claims import build_claims
from atlas.web.layout.card_tables import innervation_table
from atlas.web.layout.cards import card
from atlas.web.layout.evidence import evidence_mark
from atlas.web.layout.html_renderer import to_html
from tests.support.limbs import TINY, copy_of, set_cell
from tools.reading_counts import main as print_counts

ROW = ("muscles", "curler")


def _limb(tmp_path: Path, cites: str, confidence: str = "single-source") -> Path:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, *ROW, "cites", cites)
    set_cell(folder, *ROW, "confidence", confidence)
    return folder


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(DataProblems) as refused:
        load_dataset(folder)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("cites", "status"),
    [
        ("keeper", "read"),
        ("keeper~excerpt", "read"),
        ("keeper~second-hand", "second-hand"),
        ("keeper~memory;diver~second-hand", "second-hand"),
        ("keeper[plate 1]~memory", "memory"),
        ("keeper~memory;diver", "read"),
    ],
)
def test_the_status_of_a_row_follows_from_its_citations(tmp_path: Path, cites: str, status: str) -> None:
    dataset = load_dataset(_limb(tmp_path, cites))
    assert dataset.muscles[ROW[1]].checked == status


def test_the_status_follows_the_access_of_the_source(tmp_path: Path) -> None:
    folder = _limb(tmp_path, "keeper")
    set_cell(folder, "sources", "keeper", "access", "second-hand")
    assert load_dataset(folder).muscles[ROW[1]].checked == "second-hand"


@pytest.mark.parametrize("cites", ["keeper;diver", "keeper~excerpt;diver[p. 2]", "keeper;diver;diver~memory"])
def test_two_authors_that_were_read_make_a_consensus(tmp_path: Path, cites: str) -> None:
    assert load_dataset(_limb(tmp_path, cites, "consensus")).muscles[ROW[1]].confidence == "consensus"


@pytest.mark.parametrize(
    "cites", ["keeper", "keeper[p. 1];keeper[p. 2]", "keeper;diver~second-hand", "keeper;diver~memory"]
)
def test_one_author_that_was_read_makes_none(tmp_path: Path, cites: str) -> None:
    (problem,) = problems_of(_limb(tmp_path, cites, "consensus"))
    assert "confidence: the row says consensus, but independent sources that were read: 1" in problem


@pytest.mark.parametrize(("column", "value"), [("authors", "a. keeper"), ("origin", "A. Keeper")])
def test_a_copy_and_the_same_authors_do_not_confirm_a_source(tmp_path: Path, column: str, value: str) -> None:
    folder = _limb(tmp_path, "keeper;diver", "consensus")
    set_cell(folder, "sources", "diver", column, value)
    (problem,) = problems_of(folder)
    assert "independent sources that were read: 1" in problem


def test_sources_without_named_authors_are_told_apart_by_id(tmp_path: Path) -> None:
    folder = _limb(tmp_path, "keeper;diver", "consensus")
    for source in ("keeper", "diver"):
        set_cell(folder, "sources", source, "authors", "")
    assert load_dataset(folder).muscles[ROW[1]].confidence == "consensus"


def test_the_claims_of_the_page_name_only_readings_that_differ_from_the_source(tmp_path: Path) -> None:
    atlas = Atlas.load(_limb(tmp_path, "keeper[plate 1];diver~second-hand"))
    rows = build_claims(atlas)["claims"]["muscles"]
    (cites,) = [row[3] for row in rows if row[0] == ROW[1]]
    sources = [*atlas.dataset.sources]
    assert cites == [[sources.index("keeper"), "plate 1"], [sources.index("diver"), "", "second-hand"]]


@pytest.mark.parametrize(
    ("cites", "confidence", "shape", "name"),
    [
        ("keeper;diver", "consensus", "whole consensus", "Sources: read in full, consensus"),
        ("keeper~excerpt", "single-source", "excerpt single-source", "Sources: read in part, one source"),
        ("keeper~excerpt;diver~memory", "variable", "excerpt variable", "Sources: read in part, authors differ"),
        ("keeper~second-hand", "single-source", "second-hand single-source", "Sources: second-hand, one source"),
        ("keeper~memory", "variable", "memory", "Sources: unverified"),
    ],
)
def test_the_mark_of_a_row_has_a_name_and_a_shape(tmp_path: Path, cites, confidence, shape, name) -> None:
    atlas = Atlas.load(_limb(tmp_path, cites, confidence))
    html = to_html(evidence_mark(atlas, atlas.dataset.muscles[ROW[1]]))
    assert html.startswith("<button") and f'data-claim="muscles:{ROW[1]}"' in html and f'title="{name}"' in html
    assert f'class="mark {shape}"' in html and f'<span class="words">{name}</span>' in html
    for cited in atlas.dataset.muscles[ROW[1]].cites:
        assert short_citation(atlas.dataset.sources[cited.key]) in html


def test_each_row_of_a_table_and_each_card_has_one_mark_and_no_badge() -> None:
    tiny = Atlas.load(TINY)
    rows = tiny.nerve_graph.innervation_by_target["sucker"]
    table = to_html(innervation_table(tiny, "sucker"))
    assert table.count("<tr") == table.count('class="cites"') == len(rows)
    assert "chip" not in to_html(card(tiny, "sucker"))


def test_rows_are_counted_by_their_best_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _limb(tmp_path, "keeper~memory;diver~excerpt", "variable")
    set_cell(folder, "muscles", "curler", "note", "")
    set_cell(folder, "muscles", "sucker", "cites", "keeper~second-hand")
    print_counts([str(folder)])
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in capsys.readouterr().out.splitlines()]
    found = {row[0]: dict(zip(lines[0][1:], row[1:], strict=True)) for row in lines}
    one = {name: int(value) for name, value in found["anatomy/muscles.csv"].items()}
    assert (one["rows"], one["whole"], one["excerpt"], one["second-hand"], one["memory"]) == (2, 0, 1, 1, 0)
    assert (one["consensus"], one["single-source"], one["variable"], one["variable without a note"]) == (0, 1, 1, 1)
    tables = [row for name, row in found.items() if name.endswith(".csv")]
    assert int(found["all"]["rows"]) == sum(int(row["rows"]) for row in tables)
