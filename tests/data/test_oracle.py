"""The comparison with other references: the page is current, differences have reasons, wrong edges are found."""

import pytest

from atlas import Atlas
from atlas.dataset.folders import table_file
from tests.oracle import references, rows
from tests.oracle.__main__ import PAGE, main
from tests.oracle.comparison import AGREES, DIFFERS, compare
from tests.oracle.report import page, problems
from tests.oracle.uberon import from_package
from tests.support.limbs import copy_of


@pytest.fixture(scope="module")
def compared(atlas):
    return [compare(atlas, reference) for reference in references()]


def test_the_page_is_current_and_every_difference_has_a_reason(atlas, compared):
    assert list(problems(atlas, compared)) == []
    assert PAGE.read_text("utf-8") == page(atlas, compared), "run make oracle"


def test_every_edge_gets_a_verdict(atlas, compared):
    edges = atlas.nerve_graph.segment_graph.number_of_edges() + len(atlas.nerve_graph.innervation)
    for one in compared:
        assert sum(one.our_edges.values()) == edges
        assert sum(one.their_edges.values()) == len(one.reference.edges)


def test_settled_anatomy_agrees(compared):
    """Undisputed edges, such as from the tibial nerve to the soleus."""
    hubmap, uberon = compared
    found = {difference.key[1:] for one in compared for difference in one.differences}
    assert not {("tibial", "soleus"), ("sciatic", "tibial"), ("superior_gluteal", "gluteus_medius")} & found
    assert hubmap.our_edges[AGREES] > hubmap.our_edges[DIFFERS]
    assert uberon.our_edges[DIFFERS] == 0


def test_a_wrong_edge_is_found(tmp_path, atlas, monkeypatch):
    """Move a calf muscle to the obturator nerve and the tibial nerve to the femoral: both references differ.

    Validation rules would refuse this data, so they are switched off.
    """
    folder = copy_of(atlas.folder, tmp_path)
    for table, right, wrong in (
        ("innervation", "gastrocnemius,tibial.popliteal,", "gastrocnemius,obturator.anterior,"),
        (
            "segments",
            '"Tibial nerve, popliteal part",sciatic_tibial_division.distal,',
            "Tibial nerve,femoral.inguinal,",
        ),
    ):
        path = folder / table_file(table)
        text = path.read_text("utf-8")
        assert right in text
        path.write_text(text.replace(right, wrong), "utf-8")
    monkeypatch.setattr("atlas.dataset.validation.broken_rules", lambda dataset: [])
    broken = Atlas.load(folder)
    keys = {difference.key for reference in references() for difference in compare(broken, reference).differences}
    assert {("hubmap", "tibial", "gastrocnemius"), ("uberon", "sciatic", "tibial")} <= keys


def test_check_reports_an_outdated_page(tmp_path, monkeypatch, capsys):
    outdated = tmp_path / "page.md"
    outdated.write_text("old", "utf-8")
    monkeypatch.setattr("tests.oracle.__main__.PAGE", outdated)
    assert main(check=True) == 1 and "outdated" in capsys.readouterr().err
    assert main(check=False) == 0 and main(check=True) == 0


def test_a_difference_without_a_reason_is_reported(atlas, compared, monkeypatch):
    monkeypatch.setattr("tests.oracle.report.reasons", dict)
    assert sum("no reason for" in line for line in problems(atlas, compared)) == len(rows("reasons"))


@pytest.mark.skipif(from_package() is None, reason="cellxgene-ontology-guide is not installed")
def test_the_extract_matches_the_package():
    assert from_package() == rows("uberon")
