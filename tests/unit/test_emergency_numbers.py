"""Emergency numbers: which are shown, in what order, and in whose time zones. Who sees which is tested in tests/js."""

import html
import json
import re
from importlib import resources

import pytest

from atlas import Atlas
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems
from atlas.web.layout.html_renderer import to_html
from atlas.web.layout.red_flags import red_flags
from tests.support.limbs import TINY, add_row, copy_of, set_cell

# What is called → where, typed by hand. The number of the ambulance comes first.
CALLED = {
    "112": "BE BG CY CZ DE DK EE ES FI GR HR HU IN IT LT LU LV MT NL PL PT RO SE SI SK TR",
    "144 or 112": "AT CH",
    "15 or 112": "FR",
    "999 or 112": "GB",
    "112 or 999": "IE",
    "113": "NO",
    "103": "UA",
    "103 or 112": "RU",
    "101": "IL",
    "10177 or 112": "ZA",
    "119": "JP KR TW",
    "120": "CN",
    "995": "SG",
    "000": "AU",
    "111": "NZ",
    "911": "CA MX US",
    "107 or 911": "AR",
    "192": "BR",
    "131": "CL",
    "123": "CO",
    "106 or 116": "PE",
}
CALL_OF = {region: call for call, regions in CALLED.items() for region in regions.split()}
ZONE_INFO = resources.files("tzdata") / "zoneinfo"


def drawn_numbers(atlas: Atlas) -> dict:
    return json.loads(html.unescape(re.search(r'data-numbers="([^"]+)"', to_html(red_flags(atlas)))[1]))


def listed_countries(atlas: Atlas) -> list[str]:
    """The texts of the list, in order, without the first, which is no country."""
    options = re.findall(r"<option[^>]*>([^<]+)</option>", to_html(red_flags(atlas)))
    return [html.unescape(text) for text in options[1:]]


def countries_of_zones() -> dict[str, str]:
    """Time zone → its country, by the table of the time zone database."""
    lines = (ZONE_INFO / "zone.tab").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {row[2]: row[0] for row in rows}


def test_every_country_has_its_numbers(atlas: Atlas) -> None:
    assert {region: row["call"] for region, row in drawn_numbers(atlas).items()} == CALL_OF


def test_the_list_shows_what_is_called_for_the_country(atlas: Atlas) -> None:
    names = {region: row.name for region, row in atlas.dataset.emergency.items()}
    assert {*listed_countries(atlas)} == {f"{names[region]}: {call}" for region, call in CALL_OF.items()}


def test_the_list_of_countries_is_alphabetical_whatever_the_accents(tmp_path) -> None:
    limb = copy_of(TINY, tmp_path)
    for region, name in {"AA": "Österreich", "BB": "Zypern", "CC": "Norwegen", "DD": "Ägypten", "EE": "Peru"}.items():
        add_row(limb, "emergency", {"region": region, "name": name, "zones": f"Etc/{name}"}, like="ZZ")
    names = [text.partition(":")[0] for text in listed_countries(Atlas.load(limb))]
    assert names == ["Ägypten", "Norwegen", "Nowhere", "Österreich", "Peru", "Zypern"]


def test_the_zones_of_a_country_lie_in_it(atlas: Atlas) -> None:
    """Old names are not in the table of zones: they must be copies of a zone of the same country."""
    country_of = countries_of_zones()
    for region, row in atlas.dataset.emergency.items():
        own = [zone for zone in row.zones if country_of.get(zone) == region]
        rules = {(ZONE_INFO / zone).read_bytes() for zone in own}
        old = [zone for zone in row.zones if zone not in country_of]
        assert {*own, *old} == {*row.zones} and own, region
        assert all((ZONE_INFO / zone).read_bytes() in rules for zone in old), (region, old)


@pytest.mark.parametrize(
    ("zone", "region"),
    [
        ("Europe/Vienna", "AT"),
        ("America/Argentina/Ushuaia", "AR"),
        # names that browsers still give
        ("Asia/Calcutta", "IN"),
        ("Europe/Kiev", "UA"),
        ("America/Buenos_Aires", "AR"),
        ("America/Indianapolis", "US"),
        # bases and islands of a state that its ambulance does not reach, and places whose state is disputed
        ("Antarctica/South_Pole", None),
        ("Atlantic/Jan_Mayen", None),
        ("Europe/Simferopol", None),
        ("Asia/Famagusta", None),
        ("Asia/Hong_Kong", None),
    ],
)
def test_a_zone_names_its_country(atlas: Atlas, zone: str, region: str | None) -> None:
    found = [row.region for row in atlas.dataset.emergency.values() if zone in row.zones]
    assert found == ([region] if region else [])


def problems_of(folder) -> str:
    with pytest.raises(DataProblems) as refused:
        load_dataset(folder)
    return "\n".join(str(problem) for problem in refused.value.problems)


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("number", "", "clinical/emergency.csv:2:3: number: the cell is empty"),
        ("number", "12;13;14", "clinical/emergency.csv:2:3: number: the cell has 3 items; write at most 2"),
        ("number", "call 112", "clinical/emergency.csv:2:3: number: 'call 112' is not a number"),
        ("zones", "", "clinical/emergency.csv:2:4: zones: the cell is empty"),
    ],
)
def test_a_row_without_numbers_or_zones_is_refused(tmp_path, column: str, cell: str, said: str) -> None:
    limb = copy_of(TINY, tmp_path)
    set_cell(limb, "emergency", "ZZ", column, cell)
    assert said in problems_of(limb)


def test_a_zone_of_two_countries_is_refused(tmp_path) -> None:
    limb = copy_of(TINY, tmp_path)
    add_row(limb, "emergency", {"region": "YY", "name": "Elsewhere"}, like="ZZ")
    assert "clinical/emergency.csv:3:4: zones: 'Etc/Nowhere' is a zone of ZZ too" in problems_of(limb)
