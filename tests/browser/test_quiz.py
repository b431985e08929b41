"""A quiz by key and by pointer: the same for a whole class, silent before the answer, explained after it."""

import re

import pytest
from playwright.sync_api import expect

from atlas.reasoning.quiz.questions import CLICKED, KINDS, questions
from atlas.reasoning.quiz.things import things
from tests.browser.access import THEMES, breaches
from tests.support.limbs import TINY

pytestmark = pytest.mark.slow

RUN = "&seed=class1"
PHONE = {"width": 390, "height": 844}
PLACES = ("place_of_lesion", "place_of_studies")
CHOSEN = [kind for kind in KINDS if kind not in CLICKED]


def opened(reader, query: str = ""):
    reader.open(f"?mode=quiz{query}")
    reader.page.wait_for_selector("html[data-entered=quiz]")
    reader.page.wait_for_selector("html[data-figures=all]")
    return reader


@pytest.fixture(scope="module")
def bank(atlas):
    return {(one.kind, name_of(atlas, one.about)): one for one in questions(atlas.nerve_graph, atlas.lesions)}


def name_of(atlas, id_: str) -> str:
    known = things(atlas.dataset)
    return known[id_].name if id_ in known else atlas.node(id_).name


def asked(reader, atlas, bank, kind: str):
    """The question of a kind that is shown now."""
    text = reader.page.locator("#quiz .question h2").inner_text()
    wanted = [one for (own, name), one in bank.items() if own == kind and name in text]
    if kind in PLACES:
        given = reader.page.locator("#quiz .given").inner_text()
        wanted = [one for one in wanted_places(bank, kind) if all(n in given for n in named(atlas, one))]
    return max(wanted, key=lambda one: len(name_of(atlas, one.about)))


def wanted_places(bank, kind: str):
    return [one for (own, _), one in bank.items() if own == kind]


def named(atlas, one):
    return [name_of(atlas, id_) for targets in one.given.values() for id_ in targets]


def run_of(reader) -> list[tuple[str, list[str]]]:
    """Every question of a run with its choices in their order, as it is read from the page."""
    found = []
    while reader.page.locator("#quiz .result").is_hidden():
        title = reader.page.locator("#quiz .question h2").inner_text()
        choices = reader.page.locator("#quiz .choice > span").all_inner_texts()
        found.append((title + reader.page.locator("#quiz .given").text_content(), choices))
        before = reader.page.locator("#quiz .question .kind").inner_text()
        reader.page.get_by_role("button", name="Show the answer").click()
        reader.page.locator("#quiz .question .start").click()
        reader.page.wait_for_function(
            "was => document.querySelector('#quiz .question').hidden"
            " || document.querySelector('#quiz .question .kind').innerText !== was",
            arg=before,
        )
    return found


def choose(reader, atlas, question, right: bool) -> None:
    names = [name_of(atlas, id_) for id_ in question.right]
    for choice in reader.page.locator("#quiz .choice").all():
        if (choice.locator("span").inner_text() in names) == right:
            choice.click()
            return
    raise AssertionError(question.id)


def test_the_same_link_gives_the_same_run_in_another_browser(reader, browser, served) -> None:
    first = run_of(opened(reader, RUN))
    assert len(first) == 10
    context = browser.new_context(viewport=PHONE, locale="de-DE")
    other = type(reader)(context.new_page(), served)
    assert run_of(opened(other, RUN)) == first
    context.close()
    assert run_of(opened(reader, "&seed=class2")) != first


def test_a_run_by_keyboard_alone(reader) -> None:
    page = opened(reader).page
    page.locator("#quiz .setup .start").focus()
    page.keyboard.press("Enter")
    for n in range(1, 11):
        expect(page.locator("#quiz .question .kind")).to_have_text(f"Question {n} of 10")
        expect(page.locator("#quiz .question h2")).to_be_focused()
        page.keyboard.press("Tab")
        while page.evaluate("document.activeElement.textContent") == "Back":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")  # the first choice, or the way to the figures
        if page.locator("#quiz .question .start").is_hidden():
            page.wait_for_function("() => document.activeElement.matches('.skin [data-node]')")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
        expect(page.locator("#quiz .question .start")).to_be_focused()
        expect(page.locator("#quiz-said")).to_have_text(re.compile("^[✓✗]"))
        page.keyboard.press("n" if n % 2 else "Enter")
    expect(page.locator("#quiz .result h2")).to_be_focused()
    expect(page.locator("#quiz .run > li")).to_have_count(10)


def test_a_choice_keeps_the_focus_when_the_lesions_arrive_late(reader, asking_the_server) -> None:
    page, held = reader.page, reader.hold("**/lesions-*")
    opened(reader, f"{RUN}&asked=muscle_weak")
    page.locator("#quiz .choice").first.focus()
    page.evaluate("() => { window.before = document.activeElement; }")
    held.asked()
    assert not page.locator("#graph .strike").count()
    held.let_go()
    page.wait_for_selector("#graph .strike", state="attached")
    assert page.evaluate("document.activeElement === window.before")
    page.keyboard.press("Enter")
    expect(page.locator("#quiz .question .start")).to_be_focused()


def test_number_keys_take_a_choice(reader) -> None:
    page = opened(reader, f"{RUN}&asked=nerve_of_muscle").page
    page.keyboard.press("3")
    expect(page.locator("#quiz .choice").nth(2)).to_have_class(re.compile("right|wrong"))


@pytest.mark.parametrize("kind", CLICKED)
def test_every_right_patch_counts_by_pointer(reader, atlas, bank, kind: str) -> None:
    opened(reader, f"{RUN}&asked={kind}")
    question = asked(reader, atlas, bank, kind)
    seen = [
        id_ for id_ in question.right if reader.page.locator(f"#figures figure:not([hidden]) [data-node={id_}]").count()
    ]
    reader.choose(seen[-1])
    expect(reader.page.locator("#quiz-said")).to_contain_text("✓ Correct")


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_answer_shows_both_ways(reader, atlas, bank, kind: str) -> None:
    page = opened(reader, f"{RUN}&asked={kind}").page
    question = asked(reader, atlas, bank, kind)
    if kind in CLICKED:
        shown = page.locator("#figures figure:not([hidden]) .skin [data-node]")
        ids = shown.evaluate_all("all => all.map(one => one.dataset.node)")
        reader.choose(next(id_ for id_ in ids if id_ not in question.right))
    else:
        choose(reader, atlas, question, right=False)
    expect(page.locator("#quiz-said")).to_contain_text("✗ Not correct")
    expect(page.locator("#panel .reason h3")).to_have_count(3)
    # letters name what the figures mark with letters
    expect(page.locator("#panel .reason h3 .letter")).to_have_text(["A", "B"] if kind in PLACES else [])
    page.wait_for_function("() => document.querySelector('#graph .only-a, #graph .both')")
    # most days stand for no place on the body
    assert kind == "fibrillation_day" or page.locator("#graph .only-b, #figures .only-b").count()
    page.locator("#panel .reason [data-claim]").first.click()
    expect(page.locator("dialog#claim")).to_be_visible()


@pytest.mark.parametrize("kind", CHOSEN)
def test_nothing_gives_the_answer_away_before_it_is_given(reader, atlas, bank, kind: str) -> None:
    page = opened(reader, f"{RUN}&asked={kind}&show=nerves,labels,sites,zones").page
    question = asked(reader, atlas, bank, kind)
    shown = page.evaluate(
        """() => {
          const out = (element) => element.closest("#quiz .choices, script, style, [hidden]");
          const said = [document.title];
          for (const element of document.querySelectorAll("body *")) {
            if (out(element) || !element.getClientRects().length) continue;
            said.push(...["aria-label", "title", "alt"].map((name) => element.getAttribute(name) ?? ""));
            for (const node of element.childNodes) if (node.nodeType === 3) said.push(node.textContent);
          }
          return said.join("\\n");
        }"""
    )
    for id_ in question.right:
        assert ({**atlas.nodes, **things(atlas.dataset)})[id_].name not in shown, id_
    assert not reader.highlighted("#figures")
    fills = page.eval_on_selector_all(
        "#figures figure:not([hidden]) .skin path:not(.asked)", "all => all.map(one => getComputedStyle(one).fill)"
    )
    assert len(set(fills)) == 1
    lines = page.eval_on_selector_all(
        "#figures figure:not([hidden]) .borders path",
        "all => all.map(one => { const s = getComputedStyle(one);"
        " return [s.strokeWidth, s.strokeDasharray, s.strokeOpacity, s.opacity].join(); })",
    )
    assert len(set(lines)) == 1


def test_progress_is_kept_only_where_it_was_asked_for(reader) -> None:
    page = opened(reader, f"{RUN}&asked=nerve_of_muscle").page
    stored = "() => [localStorage.length, sessionStorage.length, document.cookie]"
    page.get_by_role("button", name="Show the answer").click()
    assert page.evaluate(stored) == [0, 0, ""]
    opened(reader)
    page.get_by_label("Keep my progress on this device").check()
    opened(reader, f"{RUN}&asked=nerve_of_muscle")
    page.get_by_role("button", name="Show the answer").click()
    kept = page.evaluate("() => Object.values(localStorage).map((text) => JSON.parse(text))")
    assert len(kept) == 1 and len(kept[0]) == 1
    opened(reader)
    page.get_by_role("button", name="Delete all progress").click()
    assert page.evaluate(stored) == [0, 0, ""]
    expect(page.get_by_label("Keep my progress on this device")).to_be_focused()


def test_what_was_missed_is_due_the_next_day(reader) -> None:
    page = reader.page
    page.clock.set_fixed_time("2026-11-30T12:00:00")
    opened(reader)
    page.get_by_label("Keep my progress on this device").check()
    expect(page.locator("#quiz .due")).to_be_hidden()
    opened(reader, f"{RUN}&asked=nerve_of_muscle")
    missed = page.locator("#quiz .question h2").inner_text()
    page.get_by_role("button", name="Show the answer").click()
    opened(reader)
    expect(page.locator("#quiz .due")).to_contain_text("No question is due today.")
    expect(page.locator("#quiz .due")).to_contain_text("Next: 1 question on Tuesday")
    page.clock.set_fixed_time("2026-12-01T00:01:00")
    opened(reader)
    expect(page.locator("#quiz .due")).to_contain_text("1 question is due today.")
    page.get_by_role("button", name="Answer what is due").click()
    expect(page.locator("#quiz .question h2")).to_have_text(missed)
    expect(page.locator("#quiz .question .kind")).to_have_text("Question 1 of 1")


def test_the_result_shows_what_was_chosen_and_asks_the_wrong_ones_again(reader) -> None:
    page = opened(reader, f"{RUN}&asked=nerve_of_muscle,root_of_muscle&n=10").page
    page.get_by_role("button", name="Show the answer").click()
    page.locator("#quiz .question .start").click()
    expect(page.locator("#quiz .score")).to_have_text("0 of 10 correct. 9 not answered.")
    page.wait_for_url("**n=end**")
    page.get_by_role("button", name="Repeat the ones you missed").click()
    expect(page.locator("#quiz .question .kind")).to_have_text("Question 1 of 1")
    page.wait_for_url("**n=1**")  # the address follows the page
    page.go_back()
    expect(page.locator("#quiz .score")).to_be_visible()
    page.go_back()
    expect(page.locator("#quiz .question .kind")).to_have_text("Question 10 of 10")


def test_an_exam_shows_no_answer_before_its_end_and_all_of_them_after(reader) -> None:
    page = reader.page
    page.clock.install(time="2026-11-30T12:00:00")
    opened(reader, f"{RUN}&asked=nerve_of_muscle,skin_of_nerve&length=5&exam=on&minutes=10")
    clock = page.locator("#quiz .exam-clock")
    expect(clock).to_contain_text(re.compile("^(10:00|9:5[0-9]) left"))
    answered = 0
    for n in range(1, 6):
        expect(page.locator("#quiz .question .kind")).to_have_text(f"Question {n} of 5")
        if page.locator("#quiz .choice").count():
            for key in "12":  # the second replaces the first
                page.keyboard.press(key)
            expect(page.locator("#quiz .choice[aria-pressed=true]")).to_have_count(1)
            expect(page.locator("#quiz .choice").nth(1)).to_contain_text("your answer")
            expect(page.locator("#quiz-said")).to_contain_text("You can change it")
            answered += 1
        assert not page.locator("#quiz .choice:is(.right, .wrong), #panel .reason").count()
        if n == 5:
            page.clock.fast_forward("11:00")
            expect(clock).to_contain_text("Time is up. You can still finish.")
        page.keyboard.press("n")
    expect(page.locator("#quiz .score")).to_contain_text(f"{5 - answered} not answered.")
    expect(page.locator("#quiz .result .lead").first).to_contain_text("more than the 10 minutes")
    expect(page.locator("#quiz .by-kind tbody tr")).to_have_count(2)
    items = page.locator("#quiz .run > li")
    assert all("Correct: " in item.inner_text() for item in items.all())
    items.first.locator("button").click()
    expect(page.locator("#panel .reason")).to_be_visible()
    expect(page.locator("#quiz .exam-clock")).to_be_hidden()
    page.keyboard.press("1")
    expect(page.locator("#quiz .choice.held")).to_have_count(0)


def test_an_exam_goes_on_after_a_reload_and_leaves_nothing_when_it_ends(reader) -> None:
    page = reader.page
    page.clock.install(time="2026-11-30T12:00:00")
    opened(reader, f"{RUN}&asked=nerve_of_muscle&length=5&exam=on&minutes=10")
    page.keyboard.press("2")
    expect(page.locator("#quiz-said")).to_contain_text("You can change it")
    page.clock.fast_forward("04:00")
    page.reload()
    expect(page.locator("#quiz .choice").nth(1)).to_contain_text("your answer")
    expect(page.locator("#quiz .exam-clock")).to_contain_text(re.compile("^(6:00|5:5[0-9]) left"))
    for n in range(1, 6):
        expect(page.locator("#quiz .question .kind")).to_have_text(f"Question {n} of 5")
        page.keyboard.press("n")
    expect(page.locator("#quiz .score")).to_contain_text("4 not answered.")
    assert page.evaluate("() => sessionStorage.getItem('nerve-atlas-exam')") is None


def test_a_run_is_printed_with_its_answers_on_pages_of_their_own(reader, atlas, bank) -> None:
    page = opened(reader, f"{RUN}&length=20&n=end").page
    page.evaluate("() => { window.print = () => {}; }")
    page.get_by_role("button", name="Print as a sheet").click()
    sheet = page.locator("#question-sheet")
    sheet.wait_for(state="attached")
    page.emulate_media(media="print")
    expect(page.locator("body > :visible")).to_have_count(1)
    expect(sheet.locator(".asked > li")).to_have_count(20)
    expect(sheet.locator(".paper-key > ol > li")).to_have_count(20)
    bodies = sheet.locator(".asked > li:has(.body-charts)")
    assert bodies.count() and bodies.first.locator("svg").count() >= 2
    asked, answers = (address.inner_text() for address in sheet.locator("header .paper-address").all())
    assert "seed=class1" in asked and "n=end" not in asked and "n=end" in answers
    assert "→" not in sheet.locator(".asked").inner_text()
    expect(sheet.locator(".paper-key")).to_have_css("break-before", "page")
    page.emulate_media(media="screen")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_have_count(0)


def test_what_no_quiz_has_is_named_and_dropped(reader) -> None:
    page = opened(reader, "&level=9&asked=smell,nerve_of_muscle&length=7&seed=a").page
    expect(page.locator("#notice")).to_contain_text("9")
    expect(page.locator("#notice")).to_contain_text("smell")
    expect(page).to_have_url(re.compile(r"asked=nerve_of_muscle&seed=a|seed=a&asked=nerve_of_muscle"))


def test_the_deck_is_taken_from_the_page(reader) -> None:
    page = opened(reader).page
    with page.expect_download(timeout=60_000) as taken:
        page.get_by_role("link", name="Anki deck").click()
    assert taken.value.suggested_filename.endswith(".apkg")
    assert taken.value.path().read_bytes()[:2] == b"PK"


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(reader, width: int) -> None:
    page = reader.page
    page.set_viewport_size({"width": width, "height": 844})
    queries = ("", f"{RUN}&asked=skin_of_root", f"{RUN}&asked=place_of_lesion", f"{RUN}&n=end", f"{RUN}&n=end&exam=on")
    for query in queries if width == 1440 else queries[1:2]:
        opened(reader, query)
        states = [lambda: None]
        if page.get_by_role("button", name="Show the answer").is_visible():
            states.append(page.get_by_role("button", name="Show the answer").click)
        for act in states:
            act()
            assert breaches(page, *(THEMES if width == 1440 and "lesion" in query else ()), within="main") == [], query


def test_a_phone_keeps_question_and_figure_in_sight_and_answers_to_touch(browser, served, reader, atlas, bank) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    own = type(reader)(context.new_page(), served)
    page = opened(own, f"{RUN}&asked=skin_of_root").page
    question = asked(own, atlas, bank, "skin_of_root")
    box = page.locator("#quiz").bounding_box()
    assert box["y"] + box["height"] <= PHONE["height"] and box["y"] > PHONE["height"] / 2
    for id_ in question.right:
        path = page.locator(f"#figures figure:not([hidden]) .skin [data-node={id_}]").first
        if path.count():
            path.dispatch_event("click")
            break
    expect(page.locator("#quiz-said")).to_contain_text("✓ Correct")
    small = page.eval_on_selector_all(
        "#quiz button, #quiz .tick",
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.5).length",
    )
    assert small == 0
    context.close()


def test_an_invented_limb_opens_its_quiz(reader_of) -> None:
    page = opened(reader_of(TINY)).page
    page.locator("#quiz .setup .start").click()
    expect(page.locator("#quiz .question h2")).to_contain_text(re.compile(r"\w"))
