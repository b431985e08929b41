"""Colours stand out in every theme, for every eye, and no theme lacks one."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from atlas import Atlas
from atlas.dataset.contrast import contrast, linear
from atlas.dataset.problems import DataProblems
from atlas.dataset.tables.themes import THEMES
from atlas.figures.borders import DOUBT, LINE, MAYBE, SAME, autonomous, border_kinds, drawn_pairs, overlaps
from atlas.figures.plate_layout import plate_css
from atlas.figures.skin_colours import NERVE_TONES, NERVES, ROOT_TONES, skin_styles
from atlas.figures.svg_styles import LINE_SCALE, STYLES, ZONE_STYLES
from atlas.figures.theme_css import colours, theme_rules
from atlas.web.layout.controls import THEMES as OFFERED
from tests.support.limbs import TINY, copy_of

ROOT = Path(__file__).resolve().parents[2]
# Machado, Oliveira and Fernandes 2009 (IEEE TVCG 15(6):1291), severity 1.0, on light, not on coded values.
SIMULATED = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
D65 = (0.95047, 1.0, 1.08883)
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
APART = 6.0
"""Difference in CIELAB (1976) above which two neighbouring areas are told apart at a glance; 2.3 is just noticeable."""


def times(matrix, vector) -> tuple[float, ...]:
    return tuple(min(max(sum(a * b for a, b in zip(row, vector, strict=True)), 0.0), 1.2) for row in matrix)


def lab(light) -> tuple[float, float, float]:
    """CIELAB of a colour given as light."""
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (value / white for value, white in zip(times(TO_XYZ, light), D65, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, eye: str | None) -> float:
    seen = [times(SIMULATED[eye], linear(c)) if eye else linear(c) for c in (one, other)]
    a, b = map(lab, seen)
    return sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5


def test_the_measures_are_the_published_ones() -> None:
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the well-known grey that just fails
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)  # and the one that just passes
    assert lab(linear("#ff0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    assert difference("#ff0000", "#8a7a00", "deuteranopia") < difference("#ff0000", "#8a7a00", None) / 2


def test_every_pair_that_meets_is_in_the_table(atlas: Atlas) -> None:
    """The rule of the facts measures what the table names; here is what it must name, by what is drawn on what."""
    tones = atlas.dataset["themes"]
    must = {
        4.5: {"mark": {"skin"}, "ink": {"paper", "sheet"}, "soft": {"paper", "sheet"}, "on-accent": {"accent"}},
        3.0: {"outline": {"skin", "sheet"}, "border": {"skin"}, "lit": {"skin", "sheet"}, "nerve": {"skin", "bone"}}
        | {
            "site-line": {"site", "skin"},
            "bone-line": {"bone", "skin"},
            "hatch": {"ground"},
            "firm": {"sheet", "paper"},
        },
    }
    for ratio, rows in must.items():
        for token, on in rows.items():
            assert on <= set(tones[token].on) and tones[token].ratio >= ratio, token
    assert {token for token, tone in tones.items() if tone.part == "skin"} >= {
        f"c{n}" for n in range(1, ROOT_TONES + 1)
    }


def test_a_faint_colour_is_refused(tmp_path: Path) -> None:
    text = (ROOT / "data" / "ui/themes.csv").read_text("utf-8")
    faint = re.sub(r"(?m)^(mark,figure,)#\w{6}", r"\g<1>#b0a090", text)
    assert faint != text
    folder = copy_of(TINY, tmp_path)
    (folder / "ui/themes.csv").write_text(faint, "utf-8")
    with pytest.raises(DataProblems) as refused:
        Atlas.load(folder)
    assert "'mark' on" in str(refused.value) and "4.5" in str(refused.value)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eye", [None, *SIMULATED])
def test_neighbours_are_told_apart_by_tone_or_by_mark(atlas: Atlas, theme: str, eye: str | None) -> None:
    """Where innervation changes across a border, the tones differ for this eye, or both sides carry unlike marks."""
    own = colours(atlas, theme)
    for layer in (atlas.default_map, NERVES):
        dressed = skin_styles(atlas)[layer]
        for (one, other), kind in border_kinds(atlas)[layer].items():
            if kind in (SAME, MAYBE):
                continue
            here, there = dressed[one], dressed[other]
            tones = [dress.fill for dress in (here, there)]
            plain = all(tone in own for tone in tones)
            apart = not plain or difference(own[tones[0]], own[tones[1]], eye) >= APART
            assert apart or (here.mark != there.mark and here.mark and there.mark), (layer, one, other)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eye", list(SIMULATED))
def test_most_roots_are_told_apart_by_tone_alone(atlas: Atlas, theme: str, eye: str) -> None:
    own = colours(atlas, theme)
    pairs = list(combinations([f"c{n}" for n in range(1, ROOT_TONES + 1)], 2))
    near = [pair for pair in pairs if difference(*(own[tone] for tone in pair), eye) < APART]
    assert len(near) <= len(pairs) / 4


def test_print_is_grey(atlas: Atlas) -> None:
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours(atlas, "print").values())


def test_the_sheet_gives_every_theme_every_colour(atlas: Atlas) -> None:
    rules = theme_rules(atlas)
    tokens = set(atlas.dataset["themes"])
    looks = {
        value[2:] for look in [*STYLES.values(), *ZONE_STYLES.values()] for value in look.values() if str(value)[:2] == "--"
    }
    assert looks <= tokens and set(LINE_SCALE) == set(THEMES) == set(OFFERED)
    for theme in THEMES[1:]:
        assert f'[data-theme="{theme}"]' in rules
    assert tokens <= set(re.findall(r"--([\w-]+):#", rules.partition("}")[0]))
    assert {f".n{NERVE_TONES}", ".c1"} <= set(re.findall(r"\.[cn]\d+", rules))


def test_style_sheets_hold_no_colour_of_their_own() -> None:
    for path in (ROOT / "assets").rglob("*.css"):
        found = re.findall(
            r":[^;{}]*?(#[0-9a-fA-F]{3,8})\b", re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
        )
        assert not found, f"{path.name}: {found}; colours stand in data/themes.csv"


def test_a_limb_without_themes_borrows_those_of_the_package(atlas: Atlas) -> None:
    assert colours(Atlas.load(TINY), "dark") == colours(atlas, "dark")


def test_every_border_is_of_one_kind_on_every_layer(atlas: Atlas) -> None:
    kinds = border_kinds(atlas)
    for layer, found in kinds.items():
        dressed = skin_styles(atlas)[layer]
        assert set(found) == set(drawn_pairs(atlas))
        for (one, other), kind in found.items():
            alike = (dressed[one].fill, dressed[one].mark) == (dressed[other].fill, dressed[other].mark)
            assert (kind in (SAME, MAYBE)) is alike, (layer, one, other)


def test_a_border_is_sharp_only_where_what_was_read_agrees(atlas: Atlas) -> None:
    said: dict[str, set] = {}
    for row in atlas.dataset["dermatomes"].values():
        if row.map != atlas.default_map and row.standing == "drawn" and row.checked == "read":
            said.setdefault(row.territory, set()).add(frozenset(row.roots))
    found = border_kinds(atlas)[atlas.default_map]
    sharp = [ends for ends, kind in found.items() if kind == LINE]
    assert sharp and all(len(said.get(side, ())) <= 1 for ends in sharp for side in ends)
    assert any(kind == DOUBT for kind in found.values())


def test_overlap_is_drawn_only_where_a_row_states_it(atlas: Atlas) -> None:
    segments, rows = atlas.dataset["segments"], atlas.dataset["innervation"].values()
    reach = {(row.target, segments[row.branch].nerve) for row in rows if row.role == "overlap"}
    main = {(row.target, segments[row.branch].nerve) for row in rows if row.role == "main"}
    nerves = {nerve for _, nerve in main}
    assert overlaps(atlas)
    for here, there in overlaps(atlas):
        assert any((here, nerve) in reach and (there, nerve) in main for nerve in nerves), (here, there)


def test_autonomous_skin_hangs_on_the_nerve_that_its_row_names(atlas: Atlas) -> None:
    for row in atlas.dataset["autonomous"].values():
        assert row.territory in atlas.pathway(row.nerve).territories
    assert autonomous(atlas) <= set(atlas.dataset["territories"])


def test_figures_of_a_group_share_one_scale_and_fit(atlas: Atlas) -> None:
    rules = plate_css(atlas)
    for plate in atlas.dataset["plates"].values():
        groups = {atlas.dataset["views"][view].group for view in plate.views}
        for group in groups:
            start = f'[data-plate="{plate.id}"] [data-group="{group}"]{{--unit:'
            assert sum(line.startswith(start) for line in rules.splitlines()) == 1
