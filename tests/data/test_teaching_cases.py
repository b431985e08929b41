"""The teaching cases of the data: sound rows, findings that come back from their address form, answers that hold."""

import pytest
from click.testing import CliRunner

from atlas.__main__ import main
from atlas.reasoning.localisation.findings import Findings
from atlas.web.bundles.cases import build_cases, spelled
from tests.support.limbs import TINY, copy_of

SIGNS = ("weak", "normal", "numb", "intact", "reduced_reflex", "normal_reflex", "pain")


def findings(case) -> Findings:
    """What was found in a case, as reasoning takes it."""
    found = Findings(signs=[(sign, target) for sign in SIGNS for target in getattr(case, sign)])
    found.grades = {graded.split(":")[0]: float(graded.split(":")[1]) for graded in case.grades}
    found.clues = [*case.clues, *(f"no_{clue}" for clue in case.denied)]
    return found


def test_each_names_its_place_among_the_first(atlas):
    cases = list(atlas.dataset["teaching_cases"].values())
    assert len(cases) >= 15
    places = {}
    for case in cases:
        keys = {atlas.lesion_places.site_key(site) for site in case.sites}
        first = [one["site_key"] for one in atlas.localise(findings(case)).candidates[:3]]
        places[case.id] = bool(keys & set(first))
    assert all(places.values()), [case for case, right in places.items() if not right]


def test_what_leaves_the_map_raises_a_flag(atlas):
    off = {site.id for site in atlas.dataset["sites"].values() if site.standing == "off-graph"}
    cases = [case for case in atlas.dataset["teaching_cases"].values() if off & set(case.sites)]
    assert cases
    for case in cases:
        assert atlas.localise(findings(case)).red_flags, case.id


def test_every_clue_is_heard_by_its_id_and_denied_by_no(atlas):
    clues = atlas.localiser.clues
    for row in clues.rows:
        for said, denied in ((row.id, False), (f"no_{row.id}", True)):
            assert [(heard.row.id, heard.denied) for heard in clues.match_clues(said)] == [(row.id, denied)]


def test_an_address_holds_every_finding(atlas):
    for case in atlas.dataset["teaching_cases"].values():
        found = findings(case)
        items = spelled(case).split(",")
        assert len(items) == len(found.signs) + len(found.clues)
        assert sum(item.startswith("weak:") and item.count(":") == 2 for item in items) == len(case.grades)


def test_the_set_of_answers_knows_no_more_than_the_queries(atlas):
    built = build_cases(atlas)
    assert built["targets"] == atlas.localiser.expected.targets
    assert sum(count for _, count in built["kinds"]) == len(built["targets"])
    for site in built["sites"]:
        taken = dict(zip(site["taken"][::2], site["taken"][1::2], strict=True))
        known = atlas.localiser.expected.taken.get(site["id"], {})
        assert {built["targets"][at]: share / 10_000 for at, share in taken.items()} == known
    assert build_cases(type(atlas).load(TINY))["examples"] == []


HEADER = (
    "id,title,story,weak,grades,normal,numb,intact,reduced_reflex,normal_reflex,pain,clues,denied,sites,stated,teaches,"
    "cites,confidence,checked,note\n"
)
SPOILT = {
    "a grade of nothing weak": ("curler", "tipper:2", "", "ring", "'tipper' is not weak here"),
    "no grade": ("curler", "curler:9", "", "ring", "'curler:9' is no grade"),
    "both ways": ("curler", "", "curler", "ring", "'curler' stands in weak too"),
    "no site": ("curler", "", "", "", "no site is named"),
    "unknown": ("moon", "", "", "ring", "'moon' is not in muscles"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_spoilt_rows_are_named(tmp_path, name):
    weak, grades, normal, sites, said = SPOILT[name]
    limb = copy_of(TINY, tmp_path)
    row = f"one,One,Story,{weak},{grades},{normal},,,,,,,,{sites},Stated,Teaches,keeper,single-source,read,\n"
    (limb / "teaching/teaching_cases.csv").write_text(HEADER + row, "utf-8")
    run = CliRunner().invoke(main, ["check", str(limb)])
    assert run.exit_code == 1 and said in run.stdout
