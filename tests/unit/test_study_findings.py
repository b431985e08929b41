"""Results of nerve studies as findings: what they point to, how they are read, and which study to make next."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli import main
from atlas.reasoning.localisation.findings import Findings
from atlas.reasoning.localisation.localiser import Localiser
from tests.cases import __file__ as cases

LOCATED = Path(cases).parent / "nerve_studies" / "located.csv"
"""Findings with studies, the site that must come first (one of those listed) and those that must come later. Written by
hand, with the reason, before it was run."""


def located() -> list[dict[str, str]]:
    with LOCATED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(text: str) -> list[str]:
    return [item for item in text.split(";") if item]


def localised(atlas, row):
    signs = {sign: listed(row[sign]) for sign in ("weak", "numb", "reduced_reflex")}
    days = int(row["days"]) if row["days"] else None
    return atlas.localise(**signs, study=listed(row["studies"]), days=days, injury=row["injury"] or None)


@pytest.mark.parametrize("row", located(), ids=lambda row: f"{row['first'].split(';')[0]}-{row['studies'][:40]}")
def test_studies_decide_where_the_lesion_is(atlas, row) -> None:
    answer = localised(atlas, row)
    assert not answer.unrecognised
    keys = [candidate["site_key"] for candidate in answer.candidates]
    assert keys[0] in listed(row["first"]), row["why"]
    for other in listed(row["behind"]):
        assert other not in keys or keys.index(other) > 0, row["why"]


MESSAGES = {
    "surl_sensory:absent": ("there is no nerve study 'surl_sensory'", "'sural_sensory'"),
    "sural_sensory:gone": ("'gone' is not a result of a nerve study", "normal, reduced, absent or slowed"),
    "sural_sensory": ("the result is missing", "normal, reduced, absent or slowed"),
    "emg tibialis:normal": ("there is no needle muscle 'tibialis'", "'emg tibialis_anterior'"),
    "soleus:fibrillations": ("there is no nerve study 'soleus'", "'emg soleus:fibrillations'"),
    "emg soleus:absent": ("'absent' is not a result of needle EMG", "normal or fibrillations"),
    "qqq:absent": ("there is no nerve study 'qqq'", "write one such as"),
}


@pytest.mark.parametrize("item", MESSAGES)
def test_a_wrong_study_is_named_with_what_would_be_right(atlas, item) -> None:
    with pytest.raises(ValueError, match=r"^study '") as caught:
        atlas.findings_parser.studies.read(item)
    run = CliRunner().invoke(main, ["localise", "--weak", "soleus", "--study", item])
    assert run.exit_code == 2
    for part in (item, *MESSAGES[item]):
        assert part in str(caught.value) and part in run.output, part


@pytest.mark.parametrize(
    "item",
    ["sural_sensory:absent", "sural_sensory absent", "Sural sensory study: absent", "  SURAL_SENSORY :Absent "],
)
def test_a_study_is_read_in_several_forms(atlas, item) -> None:
    assert atlas.findings_parser.studies.read(item) == ("sural_sensory", "absent")


@pytest.mark.parametrize("item", ["emg tibialis anterior fibrillations", "EMG Tibialis_anterior:fibrillations"])
def test_a_needle_muscle_is_read_by_any_name(atlas, item) -> None:
    assert atlas.findings_parser.studies.read(item) == ("emg tibialis_anterior", "fibrillations")


@pytest.mark.parametrize("wrong", [{"days": 731}, {"days": -1}, {"days": 2.5}, {"injury": "crush"}])
def test_a_wrong_day_or_injury_is_refused(atlas, wrong) -> None:
    with pytest.raises(ValueError, match=r"not a day|no injury"):
        atlas.localise(weak=["soleus"], study=["sural_sensory:absent"], **wrong)


def test_an_unknown_study_is_listed_and_changes_nothing(atlas) -> None:
    answer = atlas.localise(weak=["soleus"], study=["moon:absent"])
    assert answer.unrecognised == ("moon:absent",)
    assert answer.candidates == atlas.localise(weak=["soleus"]).candidates


def test_a_case_file_may_hold_studies(tmp_path) -> None:
    path = tmp_path / "case.json"
    case = {"weak": ["tibialis anterior"], "studies": ["superficial_fibular_sensory:normal"], "days": 2}
    path.write_text(json.dumps(case), "utf-8")
    run = CliRunner().invoke(main, ["localise", "--case", str(path), "--json"])
    first = json.loads(run.stdout)["candidates"][0]
    assert [row["study"] for row in first["studies"]] == ["superficial_fibular_sensory"]
    text = CliRunner().invoke(main, ["localise", "--case", str(path)]).stdout
    assert "studies that fit: Superficial fibular sensory study: normal" in text and "study next: " in text


def test_without_studies_no_prediction_is_made(atlas) -> None:
    localiser = Localiser(atlas.nerve_graph, atlas.lesion_places, atlas.localiser.expected)
    answer = localiser.localise(Findings(signs=[("weak", "tibialis_anterior"), ("numb", "first_web_dorsal")]))
    assert "studies" not in vars(localiser.predictions)
    assert all(one["studies"] == [] and one["injury"] is None for one in answer.candidates)
    assert answer.next_study and "studies" in vars(localiser.predictions)


def test_what_is_expected_uncertainly_counts_neither_way(atlas) -> None:
    """On day 12 fibrillations in a leg muscle may or may not be there, after a cut of its nerve at the knee."""
    site = "nerve_common_fibular_neck"
    given = {"weak": ["tibialis_anterior"], "days": 12, "injury": "axon-loss"}
    for result in ("normal", "fibrillations"):
        found = atlas.localise(study=[f"emg tibialis_anterior:{result}"], **given)
        (one,) = (one for one in found.candidates if one["site_key"] == site)
        assert (one["studies"][0]["expected"], one["studies"][0]["fits"]) == ("uncertain", None)
        assert (one["explained"], one["unexplained"], one["contradicted"]) == (["tibialis_anterior"], [], [])


def test_the_next_study_separates_root_and_nerve(atlas) -> None:
    """The nerve at the neck, the root and the nerve behind the knee lead: the ganglion lies between them."""
    numb = ["first web", "dorsum_central"]
    following = atlas.localise(weak=["tibialis anterior"], numb=numb).next_study
    assert (following["id"], following["kind"]) == ("superficial_fibular_sensory", "sensory")
    assert following["expected"]["nerve_common_fibular_neck"] == "absent"
    assert following["expected"]["root_L5"] == "normal"
    assert "absent" in following["why"] and "normal" in following["why"]
    made = atlas.localise(weak=["tibialis anterior"], numb=numb, study=["superficial_fibular_sensory:absent"])
    assert made.next_study and made.next_study["id"] != "superficial_fibular_sensory"


def test_two_results_of_one_study_are_refused() -> None:
    run = CliRunner().invoke(
        main, ["localise", "--study", "sural_sensory:absent", "--study", "sural sensory study:normal"]
    )
    assert run.exit_code == 2
    assert "'sural_sensory' is given as absent and as normal; give one result" in run.output


def test_a_result_that_does_not_fit_is_printed_with_what_is_expected_and_why(atlas) -> None:
    """On day 2 of a loss of axons no fibrillations can have come: the lesion is older, or the date is wrong."""
    asked = ["localise", "--weak", "tibialis_anterior", "--study", "emg tibialis_anterior:fibrillations", "--days", "2"]
    printed = CliRunner().invoke(main, asked).output
    [needle] = [row for row in atlas.studies("nerve_common_fibular_neck", days=2).emg if row.id == "tibialis_anterior"]
    assert f"fibrillations (expected: normal. {needle.why})" in printed
