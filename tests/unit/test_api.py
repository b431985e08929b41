"""The public API around the graph: tables, comparisons, short representations and light imports."""

import json
import subprocess
import sys

import pytest

from atlas import Atlas
from tests.support.limbs import TINY


def test_tables_have_real_types(tiny: Atlas) -> None:
    segments = tiny.table("segments").set_index("id")
    assert segments.loc["knot", "from"] == ("K1", "K2", "K3")
    assert segments["order"].dtype.kind == "i"
    assert set(segments["cites"]) == {("keeper[plate 1]",)}
    maps = tiny.table("dermatome_maps").set_index("id")
    assert maps["default"].dtype == bool and maps["default"].to_dict() == {"keepers": True, "divers": False}
    dermatomes = tiny.table("dermatomes")
    assert dermatomes["roots"].tolist()[:2] == [("K1",), ("K2", "K3")]
    assert tiny.table("themes")["ratio"].dtype.kind == "f"


def test_the_columns_are_those_of_the_file_with_the_id_first(atlas: Atlas) -> None:
    for table in atlas.dataset:
        frame, records = atlas.table(table), list(atlas.dataset.records[table].values())
        assert len(frame) == len(atlas.dataset[table])
        if records:
            columns = list(records[0].fields)
            first = ["id"] if "id" in columns else []
            assert list(frame.columns) == first + [column for column in columns if column not in first]


def test_an_unknown_table_is_refused_with_the_known_ones(tiny: Atlas) -> None:
    with pytest.raises(ValueError, match="no table 'moons'; the tables are sources"):
        tiny.table("moons")


def test_apart_is_compare(tiny: Atlas) -> None:
    assert tiny.apart("gate_press", "ring_squeeze", "divers") == tiny.compare("gate_press", "ring_squeeze", "divers")


def test_representations_are_short(tiny: Atlas) -> None:
    assert repr(tiny) == "Atlas('tiny_limb', 'en': 3 roots, 5 nerves, 2 muscles, 3 territories, 1 reflexes)"
    assert repr(tiny.pathway("tip_skin")) == (
        "Pathway('tip_skin', territory, map='keepers': 1 roots, 3 segments, 1 territories, 0 muscles, 0 reflexes)"
    )
    assert repr(tiny.lesion("K2")) == "Lesion('K2', complete, map='keepers': 2 lost, 3 reduced)"


def test_results_compare_and_write_json_without_their_graph(tiny: Atlas) -> None:
    other = Atlas.load(TINY)
    assert tiny.pathway("K2") == other.pathway("K2") and hash(tiny.pathway("K2")) == hash(other.pathway("K2"))
    assert tiny.pathway("K2") != tiny.pathway("K2", "divers")
    assert tiny.lesion("K2") == other.lesion("K2")
    for found in (tiny.pathway("K2"), tiny.lesion("K2")):
        assert "nerve_graph" not in json.loads(json.dumps(found.as_dict()))


HEAVY = ("pandas", "numpy", "plotly", "dash", "babel", "weasyprint")


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import atlas", ("networkx", "pydantic", "rapidfuzz", "atlas.api", *HEAVY)),
        (
            "import atlas; a = atlas.Atlas.load()",
            ("networkx", "atlas.search", "atlas.reasoning", "atlas.figures", *HEAVY),
        ),
        (
            "import atlas; atlas.Atlas.load().lesion('L5'); atlas.Atlas.load().pathway('L5')",
            ("networkx", "atlas.figures", *HEAVY),
        ),
        ("import atlas; atlas.Atlas.load().graph", ("atlas.search", "atlas.figures", *HEAVY)),
    ],
)
def test_imports_are_light(code: str, unwanted: tuple[str, ...]) -> None:
    ask = f"{code}; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & set(unwanted)


def test_every_public_name_can_be_imported() -> None:
    import atlas

    assert {*atlas.__all__} <= {*dir(atlas)}
    assert all(getattr(atlas, name) for name in atlas.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Moon'"):
        _ = atlas.Moon


def test_only_an_english_atlas_changes_its_language(atlas: Atlas) -> None:
    german = atlas.in_language("de")
    with pytest.raises(ValueError, match="this atlas is in 'de'"):
        german.in_language("es")


def test_an_unknown_sign_is_refused_with_the_known_ones(atlas: Atlas) -> None:
    with pytest.raises(ValueError, match=r"no sign 'foo'; the signs are weak, .*clue"):
        atlas.localise(foo=["soleus"])
