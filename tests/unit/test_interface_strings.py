"""Component trees and texts of the page and its panel, for the tiny limb and the real one."""

import json
import re
from html import unescape
from pathlib import Path

from plotly.utils import PlotlyJSONEncoder

from atlas import Atlas
from atlas.dataset.source_names import short_citation
from atlas.dataset.tables.sources import Source
from atlas.web.layout.answers import answer
from atlas.web.layout.cards import card
from atlas.web.layout.controls import root_buttons, view_menu
from atlas.web.layout.evidence import unchecked
from atlas.web.layout.html_renderer import to_html
from atlas.web.layout.list_items import item, source_item
from atlas.web.layout.panel import heads_cards_and_items, origins
from tests.support.serving import real_server

ROOT = Path(__file__).resolve().parents[2]


def tree(component) -> dict:
    return json.loads(json.dumps(component, cls=PlotlyJSONEncoder))


def text_of(component) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", to_html(component)))


def chosen_in(component) -> list[str]:
    """The ids that the buttons of a tree select, in order."""
    return re.findall(r'data-node="([^"]+)"', to_html(component))


def test_root_buttons_are_the_core_roots_in_order(tiny: Atlas) -> None:
    buttons = tree(root_buttons(tiny))["props"]["children"][0]["props"]["children"]
    assert [button["props"]["data-node"] for button in buttons] == ["K1", "K2"]
    assert {button["props"]["aria-pressed"] for button in buttons} == {"false"}


def test_the_view_menu_offers_the_selectable_maps_with_the_default_chosen(tiny: Atlas) -> None:
    html = to_html(view_menu(tiny))
    assert re.findall(r'<option[^>]*value="([^"]+)"', html) == list(tiny.maps)
    assert re.findall(r'<option[^>]*selected="selected"[^>]*>([^<]+)', html)[0].startswith("Keeper's map")


def test_a_card_shows_every_fact_of_its_row(tiny: Atlas) -> None:
    text = text_of(card(tiny, "curler"))
    for fact in (
        "curls the tip",
        "curl against a finger",
        "cannot curl",
        "3/4",
        "Keeper 2020, plate 1",
        "read in full, one source",
    ):
        assert fact in text
    assert {"inner.base", "K1", "K2"} <= set(chosen_in(card(tiny, "curler")))


def test_a_territory_shows_rival_maps_side_by_side(tiny: Atlas) -> None:
    text = text_of(card(tiny, "tip_skin"))
    assert "Keeper's map" in text and "Diver's map" in text
    assert "Other maps disagree: Diver's map: K3" in text
    assert "not covered" in text_of(card(tiny, "lower_skin"))


def test_red_flags_are_in_the_answer_of_a_condition(tiny: Atlas) -> None:
    assert "Cold tip" in text_of(answer(tiny, "ring_squeeze"))
    assert "Cold tip" not in text_of(card(tiny, "ring_squeeze"))


def test_an_item_is_a_button_with_its_main_facts(tiny: Atlas) -> None:
    assert chosen_in(item(tiny, "sucker")) == ["sucker"]
    assert "holds on" in text_of(item(tiny, "sucker")) and "pull it off" in text_of(item(tiny, "sucker"))
    assert "Narrow ring" in text_of(item(tiny, "ring_squeeze"))


def test_unchecked_columns_are_marked(atlas: Atlas) -> None:
    row = next(row for row in atlas.dataset["muscles"].values() if unchecked(row).get("test"))
    assert "unverified" in text_of(card(atlas, row.id))


def test_a_source_shows_how_much_of_it_was_read() -> None:
    words = json.loads((ROOT / "data" / "ui/strings.json").read_text("utf-8"))
    source = Source(
        id="x", authors="Doe J; Roe R", title="A title", year="1999", identifier="10.1000/x", access="excerpt"
    )
    text = to_html(source_item(words, source))
    for part in ("Doe 1999", "Doe J; Roe R", "A title", 'href="https://doi.org/10.1000/x"', words["access.excerpt"]):
        assert part in text
    assert short_citation(source) == "Doe 1999"


def test_everything_has_a_head_a_card_an_item_and_an_answer(atlas: Atlas) -> None:
    found = heads_cards_and_items(atlas)
    assert {len(found[part]) for part in ("heads", "cards", "items", "answers")} == {len(atlas.nodes)}
    assert len(origins(atlas)["origins"]) == len(atlas.dataset["sources"])
    known = set(atlas.nodes)
    for id_, shown in zip(atlas.nodes, found["cards"], strict=True):
        assert set(chosen_in(shown)) <= known, id_


def test_every_key_of_the_catalogue_is_used_and_every_used_key_is_there() -> None:
    words = json.loads((ROOT / "data" / "ui/strings.json").read_text("utf-8"))
    files = [*(ROOT / "atlas").rglob("*.py"), *(ROOT / "assets").rglob("*.js")]
    code = "\n".join(path.read_text("utf-8") for path in files)
    written = set(re.findall(r"""words\[["']([\w.-]+)["']\]|strings\[["']([\w.-]+)["']\]""", code))
    used = {key for pair in written for key in pair if key}
    # some scripts get their part of the catalogue without its prefix
    assert not [key for key in used if key not in words and not any(word.endswith(f".{key}") for word in words)]
    stems = {key.rsplit(".", 1)[0] for key in used} | set(re.findall(r"[\"'`](\w+)\.[{$\"']", code))
    assert not [key for key in words if key not in used and not any(key.startswith(f"{stem}.") for stem in stems)]


def test_the_first_response_is_lean_and_whole(atlas: Atlas) -> None:
    client = real_server().test_client()
    page = client.get("/").get_data(as_text=True)
    assert all("defer" in tag for tag in re.findall(r"<script[^>]*src=[^>]*>", page))
    later = json.loads(unescape(re.search(r'id="_dash-renderer" data-src="([^"]+)"', page)[1]))
    assert any("dash_renderer" in one for one in later) and all(one.startswith("./dash/") for one in later)
    assert not re.search("polyfill|/dcc/|dash_table|plotly", " ".join(later))
    run = re.findall(r"<script(?![^>]* src=)[^>]*>", page)
    assert all('type="application/json"' in tag for tag in run), "the page has no inline script"
    for id_ in atlas.dataset["territories"]:
        assert f'data-node="{id_}"' in page
    assert "style=" not in re.sub(r"<script.*?</script>", "", page, flags=re.S)


def test_the_pathways_bundle_is_immutable_and_small() -> None:
    client = real_server().test_client()
    page = client.get("/").get_data(as_text=True)
    addresses = json.loads(unescape(re.search(r'data-answers="([^"]+)"', page)[1]))
    address, items_at = (addresses[name].removeprefix(".") for name in ("pathways", "panel_contents"))
    sent = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert "immutable" in sent.headers["Cache-Control"] and sent.headers["Content-Encoding"] == "gzip"
    assert len(sent.get_data()) < 80_000
    *lines, end = json.loads(client.get(items_at).get_data())
    assert len(lines) == 4 * len(json.loads(client.get(address).get_data())["ids"]) and end is None
