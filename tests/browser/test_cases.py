"""The page of teaching cases: findings go in by click, key, list and address; places come out, red flags first."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.access import THEMES, breaches
from tests.browser.conftest import SWEEP, Reader
from tests.cases import CASES_FOLDER
from tests.support.limbs import TINY
from tests.support.page_address import query_of, wait_for_address, wait_for_query


def opened(reader: Reader, **asked: str) -> Reader:
    """The page of cases, with this in its address."""
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    reader.open(f"?mode=cases&{query}")
    reader.page.wait_for_selector("html[data-entered=cases]")
    return reader


def wait_for_findings(reader: Reader, text: str) -> None:
    """Wait until the address has these findings."""
    reader.page.wait_for_url(lambda url: query_of(url).get("findings") == text)


def spelled(case: dict) -> str:
    """The findings of a case of the tests, as an address holds them."""
    grades = {name: grade for name, grade in case["weak_strength"].items() if grade is not None}
    signs = [f"weak:{name}" + (f":{grades[name]}" if name in grades else "") for name in case["weak"]]
    for sign, field in {"normal": "normal_muscles", "numb": "numb", "intact": "intact_skin"}.items():
        signs += [f"{sign}:{name}" for name in case[field]]
    signs += [f"reflex:{name}:reduced" for name in case["reduced_reflexes"]]
    signs += [f"reflex:{name}:normal" for name in case["normal_reflexes"]]
    return ",".join([*signs, *(f"clue:{clue}" for clue in case["clues"])])


COMPOSED = {case["id"]: case for case in json.loads((CASES_FOLDER / "composed.json").read_text("utf-8"))}


@pytest.mark.parametrize("name", ["sciatic-why2", pytest.param("sciatic-complete", marks=pytest.mark.slow)])
def test_what_no_list_by_nerve_sees_is_seen(reader, atlas, name) -> None:
    case = COMPOSED[name]
    right = {case["expected_site_key"], *case["acceptable_site_keys"]}
    named = {row.name for row in atlas.dataset["sites"].values() if (row.site_key or row.id) in right}
    opened(reader, findings=spelled(case))
    assert reader.page.locator("#panel .candidate .called b").first.inner_text() in named
    expect(reader.page.locator("#status")).to_contain_text(re.compile("|".join(map(re.escape, named))))


def test_a_case_is_composed_by_click_and_taken_back(reader, atlas) -> None:
    opened(reader)
    page, skin = reader.page, atlas.resolve("first web space")
    for state in ("numb", "intact", None):
        reader.choose(skin)
        expect(page.locator("#case-tools .held")).to_have_count(1 if state else 0)
        expect(page.locator(f"#figures .finding.{state or 'numb'}").first).to_have_count(1 if state else 0)
        page.wait_for_function(
            "asked => new URLSearchParams(location.search).get('findings') === asked",
            arg=f"{state}:{skin}" if state else None,
        )
    muscle = next(iter(atlas.dataset["muscles"]))
    reader.choose(muscle, "#graph")
    page.locator("#case-tools .held select").select_option("2")
    expect(page.locator("#panel .candidate").first).to_be_visible()
    page.wait_for_function("() => location.search.includes(':2')")
    wait_for_findings(reader, f"weak:{muscle}:2")
    page.locator("#case-tools .held .remove").click()
    expect(page.locator("#panel .candidate")).to_have_count(0)


def test_keys_alone_compose_a_case(reader, atlas) -> None:
    opened(reader)
    page, muscle = reader.page, next(iter(atlas.dataset["muscles"].values()))
    page.locator("#case-filter").focus()
    page.keyboard.type(muscle.name[:9])
    row = page.locator("#case-tools .cycle:visible").first
    expect(row).to_contain_text(muscle.name)
    row.focus()
    for state in ("weak", "normal", ""):
        page.keyboard.press("Enter")
        expect(row).to_have_attribute("data-state", state)
        expect(row).to_be_focused()
    page.locator("#figures .skin [data-node]:visible").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#case-tools .held")).to_have_count(1)
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile(": numb"))


def test_an_address_comes_back_as_it_went(reader, atlas) -> None:
    muscle, other = list(atlas.dataset["muscles"])[:2]
    skin, reflex, clue = (next(iter(atlas.dataset[table])) for table in ("territories", "reflexes", "clues"))
    text = f"weak:{muscle}:3,normal:{other},numb:{skin},pain:{skin},reflex:{reflex}:reduced,clue:{clue}"
    opened(reader, findings=text)
    reader.painted()
    wait_for_findings(reader, text)
    expect(reader.page.locator("#case-tools .held")).to_have_count(6)
    name = atlas.dataset["muscles"][other].name
    reader.page.get_by_role("button", name=re.compile(f"^Remove: {re.escape(name)}")).click()
    reader.page.wait_for_function(f"() => !location.search.includes('{other}')")
    wait_for_findings(reader, text.replace(f",normal:{other}", ""))
    reader.page.go_back()
    expect(reader.page.locator("#case-tools .held")).to_have_count(6)


def test_an_error_in_the_address_is_named_and_the_rest_is_kept(reader, atlas) -> None:
    muscle, skin = next(iter(atlas.dataset["muscles"])), next(iter(atlas.dataset["territories"]))
    wrong = ["weak:moon", f"weak:{muscle}:9", "nonsense", f"numb:{muscle}", f"intact:{skin}", "reflex:knee"]
    opened(reader, findings=",".join([f"numb:{skin}", *wrong]), case="nowhere")
    notice = reader.page.locator("#notice")
    expect(notice).to_be_visible()
    for item in wrong:
        expect(notice).to_contain_text(item)
    wait_for_query(reader.page, {"mode": "cases", "findings": f"numb:{skin}"})


def test_red_flags_come_before_all_else(reader, atlas) -> None:
    rule = next(row for row in atlas.dataset.emergency_rules.values() if len(row.needs) == 1)
    flagged = atlas.dataset.red_flags[rule.emergency]
    muscle = next(iter(atlas.dataset["muscles"]))
    opened(reader, findings=f"weak:{muscle},clue:{rule.needs[0]}")
    first = reader.page.locator("#panel > * > *, #panel > section").first
    expect(first).to_have_class(re.compile("alarm"))
    expect(first).to_contain_text(flagged.text)
    status = reader.page.locator("#status").inner_text()
    assert status.index(flagged.name) < status.index(reader.page.locator("#panel .candidate b").first.inner_text())


def test_an_example_hides_its_answer_until_it_is_asked_for(reader, atlas) -> None:
    opened(reader)
    case = next(row for row in atlas.dataset["teaching_cases"].values() if not row.clues)
    page = reader.page
    page.select_option("#case-choice", case.id)
    expect(page.locator("#case-tools .story")).to_contain_text(case.story)
    expect(page.locator("#panel .candidate")).to_have_count(0)
    assert atlas.node(case.sites[0]).name not in page.locator("#panel").inner_text()
    expect(page.locator("#figures .lit")).to_have_count(0)
    page.select_option("#case-guess", case.sites[0])
    page.locator(".reveal").click()
    expect(page.locator("#panel .stated")).to_contain_text(case.stated)
    expect(page.locator("#panel .guess")).to_contain_text(atlas.node(case.sites[0]).name)
    expect(page.locator("#panel .candidate").first).to_be_visible()
    assert set(atlas.dataset["sites"][case.sites[0]].on) <= reader.highlighted("#graph")
    page.wait_for_function("() => location.search.includes('revealed')")
    page.reload()
    page.wait_for_selector("html[data-entered=cases]")
    expect(page.locator("#panel .stated")).to_contain_text(case.stated)


def test_examples_read_and_name_their_source(reader, atlas) -> None:
    opened(reader)
    page = reader.page
    for case in list(atlas.dataset["teaching_cases"].values())[:: 1 if SWEEP else 4]:
        page.select_option("#case-choice", case.id)
        found = [*case.weak, *case.normal, *case.numb, *case.intact, *case.pain, *case.reduced_reflex]
        found += [*case.normal_reflex, *case.clues, *case.denied, *case.studies, *([case.days] if case.days else [])]
        expect(page.locator("#case-tools .held")).to_have_count(len(found))
        page.locator(".reveal").click()
        expect(page.locator("#panel .stated b").first).to_have_text(case.stated)
        expect(page.locator("#panel .stated")).to_contain_text(atlas.dataset["sources"][case.cites[0].key].title)
    expect(page.locator("#notice")).to_be_hidden()


def test_a_candidate_shows_what_it_would_take(reader, atlas) -> None:
    case = next(row for row in atlas.dataset["teaching_cases"].values() if row.numb and row.weak)
    opened(reader, findings=f"weak:{case.weak[0]},numb:{case.numb[0]}")
    page = reader.page
    button = page.locator("#panel .show").first
    site = button.get_attribute("data-candidate")
    button.click()
    expect(page.locator("#panel .show").first).to_have_attribute("aria-pressed", "true")
    taken = atlas.localiser.expected.by_site[site]
    shown = page.eval_on_selector_all("#figures .skin .foreseen", "all => all.map(path => path.dataset.node)")
    drawn = page.eval_on_selector_all("#figures .skin path", "all => all.map(path => path.dataset.node)")
    assert set(shown) == {target for target, share in taken.items() if share >= 0.15} & set(drawn)
    page.keyboard.press("Escape")
    expect(page.locator("#figures .foreseen")).to_have_count(0)
    page.locator("#panel [data-lesion]").first.click()
    page.wait_for_selector("html[data-entered=lesion]")
    reader.page.wait_for_url(lambda url: query_of(url).get("lesion") == site)
    assert page.locator(".finding, .found-sign").count() == 0


def test_a_next_examination_can_be_recorded(reader) -> None:
    opened(reader, findings="weak:tibialis_anterior")
    page = reader.page
    record = page.locator("#panel [data-record]").last
    _, target = record.get_attribute("data-record").split(" ")
    record.click()
    expect(page.locator("#case-tools .held")).to_have_count(2)
    page.wait_for_function(f"() => location.search.includes('{target}')")


@pytest.mark.slow
def test_it_is_accessible(reader, atlas) -> None:
    case = next(row for row in atlas.dataset["teaching_cases"].values() if row.clues and row.numb)
    opened(reader, case=f"{case.id},revealed")
    for summary in reader.page.locator("#case-tools summary").all():
        summary.click()
    assert breaches(reader.page, *THEMES) == []


def test_no_width_scrolls_sideways_and_targets_are_large(reader, atlas) -> None:
    case = max(atlas.dataset["teaching_cases"].values(), key=lambda row: len(row.clues) + len(row.weak))
    opened(reader, case=f"{case.id},revealed")
    for width in (320, 390, 768, 1440):
        page = reader.resize(width, 844)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.eval_on_selector_all(
            "#case-tools :is(button, select, input, summary)",
            "all => all.filter(e => e.checkVisibility()).filter(e => e.getBoundingClientRect().height < 43.5).length",
        )
        assert small == 0, width


def test_another_limb_has_its_page_of_cases_too(reader_of) -> None:
    reader = opened(reader_of(TINY))
    reader.choose("tip_skin")
    expect(reader.page.locator("#panel .candidate").first).to_be_visible()


def test_a_study_is_suggested_recorded_and_judged(reader) -> None:
    """The predictions load only when the reader asks for them; then the record of a result moves the order."""
    opened(reader, findings="weak:tibialis_anterior,numb:first_web_dorsal,numb:dorsum_central")
    page, fetched = reader.page, []
    page.on("request", lambda request: fetched.append(request.url))
    assert page.locator(".verdict.studies").count() == 0 and page.locator("[data-record^=study_]").count() == 0
    page.locator("[data-studies=load]").click()
    page.locator("[data-record='study_normal superficial_fibular_sensory']").click()
    expect(page.locator("#panel .verdict.studies").first).to_contain_text("✓")
    assert any("studies" in url for url in fetched)
    wait_for_address(reader.page, "study:superficial_fibular_sensory:normal")
    expect(page.locator("#case-tools .held.study_normal")).to_have_count(1)
    expect(page.locator("#panel .candidate .called b").first).to_have_text("L5 spinal root")


def test_the_day_and_the_injury_of_studies_are_chosen_and_kept_in_the_address(reader) -> None:
    opened(reader, findings="weak:tibialis_anterior,study:superficial_fibular_sensory:normal,emg:soleus:gone")
    page = reader.page
    expect(page.locator("#notice")).to_contain_text("normal, fibrillations")
    page.locator("#case-tools .sheets details", has=page.locator("#case-study-day")).locator("summary").click()
    page.locator("#case-study-day").fill("2")
    page.locator("#case-study-day").blur()
    page.locator("#case-study-injury").select_option("conduction-block")
    page.wait_for_function("() => location.search.includes('day:2') && location.search.includes('conduction-block')")
    expect(page.locator("#case-tools .held")).to_have_count(4)
