"""The comparison with other references: the page is current, every difference has its reason, and it can find fault."""

import pytest

from atlas import Atlas
from atlas.dataset.folders import table_file
from tests.oracle import references, rows
from tests.oracle.__main__ import PAGE, main
from tests.oracle.comparison import DIFFER, SAME, compare
from tests.oracle.report import told, wanting
from tests.oracle.uberon import from_package
from tests.support.limbs import copy_of


@pytest.fixture(scope="module")
def compared(atlas):
    return [compare(atlas, reference) for reference in references()]


def test_the_page_is_current_and_every_difference_has_a_reason(atlas, compared):
    assert list(wanting(atlas, compared)) == []
    assert PAGE.read_text("utf-8") == told(atlas, compared), "run make oracle"


def test_every_edge_of_the_graph_was_held_against_them(atlas, compared):
    edges = atlas.nerve_graph.segment_graph.number_of_edges() + len(atlas.dataset["innervation"])
    for one in compared:
        assert sum(one.verdicts.values()) == edges
        assert sum(one.theirs.values()) == len(one.reference.edges)


def test_settled_anatomy_agrees(compared):
    """Nobody doubts these; the tibial nerve above the soleus, the deep fibular nerve above the front of the leg."""
    hubmap, uberon = compared
    found = {difference.key[1:] for one in compared for difference in one.differences}
    assert not {("tibial", "soleus"), ("sciatic", "tibial"), ("superior_gluteal", "gluteus_medius")} & found
    assert hubmap.verdicts[SAME] > hubmap.verdicts[DIFFER]
    assert uberon.verdicts[DIFFER] == 0


def test_a_wrong_edge_is_found(tmp_path, atlas, monkeypatch):
    """Hang a calf muscle on the obturator nerve and the tibial nerve on the femoral: both references object.

    Other rules would refuse these facts before; here only the graph is asked.
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
    spoilt = Atlas.load(folder)
    keys = {difference.key for reference in references() for difference in compare(spoilt, reference).differences}
    assert {("hubmap", "tibial", "gastrocnemius"), ("uberon", "sciatic", "tibial")} <= keys


def test_the_check_says_when_the_page_is_stale(tmp_path, monkeypatch, capsys):
    stale = tmp_path / "page.md"
    stale.write_text("of old", "utf-8")
    monkeypatch.setattr("tests.oracle.__main__.PAGE", stale)
    assert main(check=True) == 1 and "stale" in capsys.readouterr().err
    assert main(check=False) == 0 and main(check=True) == 0


def test_a_difference_without_a_reason_is_named(atlas, compared, monkeypatch):
    monkeypatch.setattr("tests.oracle.report.reasons", dict)
    assert sum("no reason for" in line for line in wanting(atlas, compared)) == len(rows("reasons"))


@pytest.mark.skipif(from_package() is None, reason="the package that carries UBERON is not installed")
def test_the_extract_is_what_the_package_carries():
    assert from_package() == rows("uberon")
