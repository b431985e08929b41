"""The teaching cases of the data set: valid rows, findings in the address, and answers that name the stated site."""

import pytest
from click.testing import CliRunner

from atlas.__main__ import main
from atlas.reasoning.localisation.findings import SIGNS, Findings
from atlas.web.bundles.cases import build_cases, spelled
from tests.support.limbs import TINY, copy_of


def findings(case) -> Findings:
    """The findings of a case, as localisation receives them."""
    found = Findings(signs=[(sign, target) for sign in SIGNS for target in getattr(case, sign)])
    found.grades = {graded.split(":")[0]: float(graded.split(":")[1]) for graded in case.grades}
    found.clues = [*case.clues, *(f"no_{clue}" for clue in case.denied)]
    found.studies = [(study, result) for study, _, result in (text.rpartition(":") for text in case.studies)]
    found.days = case.days
    return found


def test_the_stated_site_is_among_the_first_three(atlas):
    cases = list(atlas.dataset["teaching_cases"].values())
    assert len(cases) >= 15
    misses = []
    for case in cases:
        keys = {atlas.lesion_places.site_key(site) for site in case.sites}
        first_three = {candidate["site_key"] for candidate in atlas.localise(findings(case)).candidates[:3]}
        if not keys & first_three:
            misses.append(case.id)
    assert misses == []


def test_the_studies_of_a_case_put_its_site_first(atlas):
    """Without the studies, the findings leave another site at least as good, or point nowhere."""
    cases = [case for case in atlas.dataset["teaching_cases"].values() if case.studies]
    assert len(cases) >= 3
    for case in cases:
        first, *_ = atlas.localise(findings(case)).candidates
        assert first["site_key"] in {atlas.lesion_places.site_key(site) for site in case.sites}, case.id


def test_a_site_off_the_nerves_raises_a_red_flag(atlas):
    off_graph = {site.id for site in atlas.dataset["sites"].values() if site.standing == "off-graph"}
    cases = [case for case in atlas.dataset["teaching_cases"].values() if off_graph & set(case.sites)]
    assert cases
    for case in cases:
        assert atlas.localise(findings(case)).red_flags, case.id


def test_every_clue_is_recognised_by_its_id_and_denied_by_no(atlas):
    matcher = atlas.localiser.clue_matcher
    for row in matcher.rows:
        for text, denied in ((row.id, False), (f"no_{row.id}", True)):
            assert [(match.row.id, match.denied) for match in matcher.match(text)] == [(row.id, denied)]


def test_an_address_contains_every_finding(atlas):
    for case in atlas.dataset["teaching_cases"].values():
        found = findings(case)
        items = spelled(case).split(",")
        assert len(items) == len(found.signs) + len(found.clues) + len(found.studies) + (found.days is not None)
        assert sum(item.startswith("weak:") and item.count(":") == 2 for item in items) == len(case.grades)


def test_the_bundle_of_the_page_holds_the_expected_deficits(atlas):
    built = build_cases(atlas)
    assert built["targets"] == atlas.localiser.expected.targets
    assert sum(count for _, count in built["kinds"]) == len(built["targets"])
    for site in built["sites"]:
        shares = dict(zip(site["share_lost"][::2], site["share_lost"][1::2], strict=True))
        in_bundle = {built["targets"][place]: share / 10_000 for place, share in shares.items()}
        assert in_bundle == atlas.localiser.expected.of(site["id"])
    assert build_cases(type(atlas).load(TINY))["examples"] == []


HEADER = (
    "id,title,story,weak,grades,normal,numb,intact,reduced_reflex,normal_reflex,pain,clues,denied,studies,days,sites,stated,"
    "teaches,cites,confidence,note\n"
)
BAD_ROWS = {
    "a grade of nothing weak": (
        "curler",
        "tipper:2",
        "",
        "ring",
        "teaching_cases.csv:2:5: grades: 'tipper' is not weak",
    ),
    "no grade": ("curler", "curler:9", "", "ring", "teaching_cases.csv:2:5: grades: 'curler:9' is not a grade"),
    "both ways": ("curler", "", "curler", "ring", "teaching_cases.csv:2:6: normal: 'curler' is also in weak"),
    "no site": ("curler", "", "", "", "teaching_cases.csv:2:16: sites: there is no site"),
    "unknown": ("moon", "", "", "ring", "teaching_cases.csv:2:4: weak: 'moon' is not in muscles"),
}


@pytest.mark.parametrize(
    ("study", "message"),
    [
        ("moon_sensory:absent", "'moon_sensory' is not in studies"),
        ("emg moon:normal", "'moon' is not in needle_muscles"),
    ],
)
def test_bad_studies_are_reported(tmp_path, study, message):
    limb = copy_of(TINY, tmp_path)
    row = f"one,One,Story,curler,,,,,,,,,,{study},,ring,Stated,Teaches,keeper,single-source,\n"
    (limb / "teaching/teaching_cases.csv").write_text(HEADER + row, "utf-8")
    run = CliRunner().invoke(main, ["check", str(limb)])
    assert run.exit_code == 1 and f"teaching_cases.csv:2:14: studies: {message}" in run.stdout


@pytest.mark.parametrize("name", BAD_ROWS)
def test_bad_rows_are_reported(tmp_path, name):
    weak, grades, normal, sites, message = BAD_ROWS[name]
    limb = copy_of(TINY, tmp_path)
    row = f"one,One,Story,{weak},{grades},{normal},,,,,,,,,,{sites},Stated,Teaches,keeper,single-source,\n"
    (limb / "teaching/teaching_cases.csv").write_text(HEADER + row, "utf-8")
    run = CliRunner().invoke(main, ["check", str(limb)])
    assert run.exit_code == 1 and message in run.stdout
