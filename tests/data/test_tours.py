"""Tours are whole, their questions come before their answers, and what their steps show can be shown."""

import pytest

from atlas.dataset.folders import table_file
from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems
from atlas.dataset.tour_order import choices_of, is_tapped, steps_of, tours
from atlas.figures.lesion_table import places
from atlas.web.bundles.tours import build_tours
from tests.support.limbs import TINY, copy_of, drop_row, set_cell

LEAST, SHORTEST, LONGEST = 6, 5, 9
"""How many tours there are to be, and of how many steps."""
SPOILT = [
    (2, {"lesion": ""}, "the step does not have what the mode '' needs"),
    (2, {"mode": "text"}, "the step does not have what the mode 'text' needs"),
    (2, {"mode": "dancing"}, "'dancing' is not allowed"),
    (2, {"select": "K1"}, "the row fills in select and lesion"),
    (2, {"lesion": "nowhere"}, "'nowhere' is not in"),
    (2, {"lesion": "", "mode": "maps"}, "the step does not have what the mode 'maps' needs"),
    (2, {"lesion": "", "mode": "maps", "maps": "one;two"}, "these are not two dermatome maps"),
    (2, {"maps": "all"}, "the column maps belongs to the mode maps"),
    (2, {"mode": "apart"}, "the step does not have what the mode 'apart' needs"),
    (2, {"mode": "conditions", "lesion": "", "select": "K1"}, "'K1' is not a condition"),
    (2, {"lesion": "", "mode": "studies"}, "the step does not have what the mode 'studies' needs"),
    (2, {"days": "7"}, "the columns study and days belong to the mode studies"),
    (2, {"mode": "studies", "days": "731"}, "day 731 is not predicted"),
    (2, {"mode": "studies", "study": "nowhere"}, "'nowhere' is not in studies"),
    (1, {"mode": "myotomes", "select": "K1;K2"}, "several things are selected"),
    (1, {"show": "dreams"}, "'dreams' cannot be shown"),
    (1, {"plain": ""}, "plain"),
    (1, {"cites": ""}, "no source is cited"),
    (2, {"step": "3"}, "its steps are numbered 1, 3"),
    (2, {"step": "1"}, "arm"),
    (2, {"tour": "leg"}, "'leg' is not in tours"),
]


def spoilt(tmp_path, step, cells):
    """What is said when cells of a step of the tiny limb are changed."""
    folder = copy_of(TINY, tmp_path)
    key = f"arm,{step}"
    path = folder / "teaching/tour_steps.csv"
    lines = path.read_text("utf-8").splitlines()
    heads = lines[0].split(",")
    at = next(n for n, line in enumerate(lines) if line.startswith(key))
    fields = lines[at].split(",")
    for column, value in cells.items():
        fields[heads.index(column)] = value
    path.write_text("\n".join([*lines[:at], ",".join(fields), *lines[at + 1 :]]) + "\n", "utf-8")
    with pytest.raises(DataProblems) as refused:
        load_dataset(folder)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(("step", "cells", "said"), SPOILT, ids=lambda value: str(value)[:30])
def test_a_spoilt_step_is_named(tmp_path, step, cells, said):
    lines = spoilt(tmp_path, step, cells)
    assert any("tour" in line and said in line for line in lines), lines


def test_a_tour_without_steps_is_named(tmp_path):
    folder = copy_of(TINY, tmp_path)
    with (folder / "teaching/tours.csv").open("a", encoding="utf-8") as file:
        file.write("leg,Down the leg,2,There is no leg.\n")
    with pytest.raises(DataProblems, match="the tour has no steps"):
        load_dataset(folder)


def test_a_limb_can_do_without_tours(tmp_path):
    folder = copy_of(TINY, tmp_path)
    for table in ("tours", "tour_steps", "tour_choices"):
        (folder / table_file(table)).unlink()
    assert load_dataset(folder).counts()["tours"] == 0


def test_hard_words_in_a_step_are_refused(tmp_path):
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "tours", "arm", "describe", "Interdigitating neurofibrillary labyrinths.")
    with pytest.raises(DataProblems, match="hard word"):
        load_dataset(folder)


def test_there_are_enough_tours_of_a_lecture_s_length(atlas):
    found = tours(atlas.dataset)
    assert len(found) >= LEAST
    assert all(SHORTEST <= len(steps_of(atlas.dataset, tour.id)) <= LONGEST for tour in found)
    assert [tour.order for tour in found] == sorted({tour.order for tour in found})


def test_every_tour_asks_and_every_step_has_notes(atlas):
    for tour in tours(atlas.dataset):
        steps = steps_of(atlas.dataset, tour.id)
        assert any(step.ask for step in steps), tour.id
        assert all(step.notes for step in steps), tour.id


def test_every_step_lights_something_that_exists_or_says_that_it_is_text(atlas):
    known = places(atlas)
    for step in atlas.dataset["tour_steps"].values():
        lit = [*step.highlighted, *step.maps]
        assert bool(lit) == (step.mode != "text"), step.key
        for id_ in step.select if step.mode in ("", "maps") else ():
            assert atlas.pathway(id_, step.map or atlas.default_map).edges, step.key
        for id_ in (*step.pair, *([step.lesion] if step.lesion else [])):
            assert id_ in known, step.key


def test_no_step_says_that_it_lights_nothing(atlas):
    """A room sees the figures; a line about what they do not show only puzzles it."""
    for step in atlas.dataset["tour_steps"].values():
        assert "highlights nothing" not in step.text + step.plain, step.key
    says = [
        step["says"]
        for tour in build_tours(atlas)["tours"].values()
        for step in tour["steps"]
        if step["mode"] == "text"
    ]
    assert says and not any(says)


def lit_shapes(atlas, step) -> set[str]:
    """What stands out in the figures of a step: the path of what is selected, or the skin and muscles of a lesion."""
    map_ = step.map or atlas.default_map
    if step.select:
        return {node for id_ in step.select for edge in atlas.pathway(id_, map_).edges for node in edge} | {
            *step.select
        }
    lesions = [atlas.lesion(id_, map=map_) for id_ in (*step.pair, *([step.lesion] if step.lesion else []))]
    return {id_ for lesion in lesions for id_ in (*lesion.lost, *lesion.reduced)}


def test_what_a_step_lights_is_drawn_on_its_plate(atlas):
    """An answer that only another plate shows would be lost on the room."""
    dataset = atlas.dataset
    first = min(dataset.plates.values(), key=lambda plate: plate.order)
    for step in dataset["tour_steps"].values():
        if step.mode in ("", "lesion", "apart"):
            plate = dataset.plates[step.plate] if step.plate else first
            drawn = {shape for view in plate.views for shape, _ in dataset.figures[view].shapes}
            assert drawn & lit_shapes(atlas, step), step.key


def test_what_a_step_says_of_a_study_is_what_the_atlas_predicts(atlas):
    """Worked out by hand from the ganglion rule and the days of degeneration, step by step."""
    expected = {
        ("root_L5", "fibular_motor_ta", 25): "reduced",
        ("root_L5", "superficial_fibular_sensory", 25): "normal",
        ("common_fibular.neck", "superficial_fibular_sensory", 25): "absent",
        ("common_fibular.neck", "fibular_motor_ta", 2): "reduced",
        ("common_fibular.neck", "superficial_fibular_sensory", 10): "reduced",
    }
    steps = [step for step in atlas.dataset["tour_steps"].values() if step.mode == "studies"]
    assert {(step.lesion, step.study, step.days) for step in steps} == expected.keys()
    for (lesion, study, days), word in expected.items():
        found = {row.id: row.expected for row in atlas.studies(lesion, days=days).studies}
        assert found[study] == word, (lesion, study, days)


def test_no_question_holds_its_answer(atlas):
    for step in atlas.dataset["tour_steps"].values():
        assert step.ask == "" or step.ask.endswith("?"), step.key
        assert step.title.lower() not in step.ask.lower(), step.key


def test_the_page_gets_each_step_in_order(atlas):
    built = build_tours(atlas)["tours"]
    assert [*built] == [tour.id for tour in tours(atlas.dataset)]
    for id_, tour in built.items():
        assert [step["title"] for step in tour["steps"]] == [step.title for step in steps_of(atlas.dataset, id_)]
        assert all(step["maps"].count(",") == 1 for step in tour["steps"] if step["maps"] not in ("", "all"))


def test_a_tour_is_dropped_with_its_row(tmp_path):
    folder = copy_of(TINY, tmp_path)
    drop_row(folder, "tours", "arm")
    with pytest.raises(DataProblems, match="'arm' is not in tours"):
        load_dataset(folder)


CHOICES = "teaching/tour_choices.csv"
SPOILT_CHOICES = [
    ("arm,2,a,,The inner half,yes", "arm,1,a,,The inner half,yes", "step 1 of arm asks nothing"),
    ("arm,2,b,,The outer half,no", "arm,2,b,,The outer half,yes", "not exactly one choice of the question is right"),
    ("arm,2,b,,The outer half,no", "arm,2,b,,,no", "the choice has no name, or two"),
    ("arm,2,b,,The outer half,no", "arm,2,b,K1;K2,,no", "the choice has no name, or two"),
    ("arm,2,b,,The outer half,no", "arm,2,b,K9,,no", "'K9' is not in"),
    ("arm,2,a,,The inner half,yes\narm,2,b,,The outer half,no", "arm,2,a,K1,,yes", "is no skin"),
    ("arm,2,b,,The outer half,no", "".join(f"arm,2,{n},,Half,no\n" for n in "bcdef"), "has 6 choices"),
]


@pytest.mark.parametrize(("old", "new", "said"), SPOILT_CHOICES, ids=[said[:30] for *_, said in SPOILT_CHOICES])
def test_a_spoilt_choice_is_named(tmp_path, old, new, said):
    folder = copy_of(TINY, tmp_path)
    path = folder / CHOICES
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new), "utf-8")
    with pytest.raises(DataProblems) as refused:
        load_dataset(folder)
    lines = [str(problem) for problem in refused.value.problems]
    assert any(line.startswith(CHOICES) and said in line for line in lines), lines


def test_every_question_of_a_tour_can_be_put_to_a_class(atlas):
    for step in atlas.dataset["tour_steps"].values():
        assert bool(step.ask) == bool(choices_of(atlas.dataset, step)), step.key


def test_the_right_choice_stands_at_no_usual_place(atlas):
    steps = [choices_of(atlas.dataset, step) for step in atlas.dataset["tour_steps"].values()]
    places = [[choice.right for choice in choices].index("yes") for choices in steps if len(choices) > 2]
    assert max(places.count(place) for place in range(3)) <= len(places) / 2


def test_a_tap_is_right_where_the_lesion_of_the_step_takes_feeling(atlas):
    """The lesion engine is the oracle: all right skin is affected, and skin that loses all feeling is right."""
    checked = 0
    for step in atlas.dataset["tour_steps"].values():
        choices = choices_of(atlas.dataset, step)
        if not (step.lesion and is_tapped(choices)):
            continue
        lesion, right = atlas.lesion(step.lesion), {*choices[0].shows}
        skin = {*atlas.dataset.territories}
        assert right <= skin & {*lesion.lost, *lesion.reduced}, step.key
        of_foot = {id_ for id_ in right if id_.startswith(("toe", "dorsum", "sole", "first_web"))}
        lost = {id_ for id_ in skin & {*lesion.lost} if id_.startswith(("toe", "dorsum", "sole", "first_web"))}
        assert lost <= of_foot, step.key
        checked += 1
    assert checked == 3


def test_a_choice_that_names_a_thing_has_its_name(atlas):
    step = build_tours(atlas)["tours"]["disc-to-ankle"]["steps"][1]["answers"]
    assert step["id"] == "tour.disc-to-ankle.2"
    assert [name for _, name in step["choices"]] == [f"{root} nerve root" for root in ("L3", "L4", "L5", "S1")]
    assert step["right"] == ["disc-to-ankle.2.c"]
