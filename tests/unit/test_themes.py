"""Colours have enough contrast in every theme and with colour blindness, and every theme defines all of them."""

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
# Machado, Oliveira and Fernandes 2009 (IEEE TVCG 15(6):1291), severity 1.0, for linear RGB.
SIMULATED = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
D65 = (0.95047, 1.0, 1.08883)
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
CLEAR_DIFFERENCE = 6.0
"""Difference in CIELAB (1976) that distinguishes neighbouring areas at a glance; 2.3 is just noticeable."""


def times(matrix, vector) -> tuple[float, ...]:
    return tuple(min(max(sum(a * b for a, b in zip(row, vector, strict=True)), 0.0), 1.2) for row in matrix)


def lab(light) -> tuple[float, float, float]:
    """CIELAB of a colour in linear RGB."""
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (value / white for value, white in zip(times(TO_XYZ, light), D65, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, eye: str | None) -> float:
    seen = [times(SIMULATED[eye], linear(c)) if eye else linear(c) for c in (one, other)]
    a, b = map(lab, seen)
    return sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5


def test_contrast_and_cielab_match_published_values() -> None:
    assert contrast("#777777", "#ffffff") == pytest.approx(
        4.48, abs=0.01
    )  # the well-known grey that just fails WCAG AA
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)  # and the one that just passes
    assert lab(linear("#ff0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    assert difference("#ff0000", "#8a7a00", "deuteranopia") < difference("#ff0000", "#8a7a00", None) / 2


def test_the_table_lists_every_pair_of_colours_that_meet(atlas: Atlas) -> None:
    """Validation checks the contrasts that the table lists; these are the ones that it must list."""
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


def test_a_colour_with_low_contrast_is_refused(tmp_path: Path) -> None:
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
def test_neighbours_differ_in_colour_or_mark(atlas: Atlas, theme: str, eye: str | None) -> None:
    """Where innervation changes across a border, colours differ visibly or both sides have different marks."""
    own = colours(atlas, theme)
    for layer in (atlas.default_map, NERVES):
        styles = skin_styles(atlas)[layer]
        for (one, other), kind in border_kinds(atlas)[layer].items():
            if kind in (SAME, MAYBE):
                continue
            here, there = styles[one], styles[other]
            fills = [style.fill for style in (here, there)]
            plain = all(fill in own for fill in fills)
            apart = not plain or difference(own[fills[0]], own[fills[1]], eye) >= CLEAR_DIFFERENCE
            assert apart or (here.mark != there.mark and here.mark and there.mark), (layer, one, other)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eye", list(SIMULATED))
def test_most_roots_differ_by_colour_alone(atlas: Atlas, theme: str, eye: str) -> None:
    own = colours(atlas, theme)
    pairs = list(combinations([f"c{n}" for n in range(1, ROOT_TONES + 1)], 2))
    near = [pair for pair in pairs if difference(*(own[tone] for tone in pair), eye) < CLEAR_DIFFERENCE]
    assert len(near) <= len(pairs) / 4


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eye", [None, *SIMULATED])
def test_two_pathways_differ_by_colour(atlas: Atlas, theme: str, eye: str | None) -> None:
    own = colours(atlas, theme)
    for first, second in (("path", "added"), ("path-deep", "added-deep")):
        assert difference(own[first], own[second], eye) >= CLEAR_DIFFERENCE


def test_print_is_grey(atlas: Atlas) -> None:
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours(atlas, "print").values())


def test_every_theme_defines_every_colour(atlas: Atlas) -> None:
    rules = theme_rules(atlas)
    tokens = set(atlas.dataset["themes"])
    used = {
        value[2:]
        for style in [*STYLES.values(), *ZONE_STYLES.values()]
        for value in style.values()
        if str(value)[:2] == "--"
    }
    assert used <= tokens and set(LINE_SCALE) == set(THEMES) == set(OFFERED)
    for theme in THEMES[1:]:
        assert f'[data-theme="{theme}"]' in rules
    assert tokens <= set(re.findall(r"--([\w-]+):#", rules.partition("}")[0]))
    assert {f".n{NERVE_TONES}", ".c1"} <= set(re.findall(r"\.[cn]\d+", rules))


def test_style_sheets_define_no_colours() -> None:
    for path in (ROOT / "assets").rglob("*.css"):
        found = re.findall(
            r":[^;{}]*?(#[0-9a-fA-F]{3,8})\b", re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
        )
        assert not found, f"{path.name}: {found}; colours belong in data/ui/themes.csv"


def test_a_limb_without_themes_uses_those_of_the_package(atlas: Atlas) -> None:
    assert colours(Atlas.load(TINY), "dark") == colours(atlas, "dark")


def test_every_border_has_a_kind_on_every_layer(atlas: Atlas) -> None:
    kinds = border_kinds(atlas)
    for layer, found in kinds.items():
        styles = skin_styles(atlas)[layer]
        assert set(found) == set(drawn_pairs(atlas))
        for (one, other), kind in found.items():
            alike = (styles[one].fill, styles[one].mark) == (styles[other].fill, styles[other].mark)
            assert (kind in (SAME, MAYBE)) is alike, (layer, one, other)


def test_a_border_is_sharp_only_where_sources_agree(atlas: Atlas) -> None:
    roots_in_sources: dict[str, set] = {}
    for row in atlas.dataset["dermatomes"].values():
        if row.map != atlas.default_map and row.standing == "drawn" and row.checked == "read":
            roots_in_sources.setdefault(row.territory, set()).add(frozenset(row.roots))
    found = border_kinds(atlas)[atlas.default_map]
    sharp = [ends for ends, kind in found.items() if kind == LINE]
    assert sharp and all(len(roots_in_sources.get(side, ())) <= 1 for ends in sharp for side in ends)
    assert any(kind == DOUBT for kind in found.values())


def test_overlap_is_drawn_only_where_a_row_states_it(atlas: Atlas) -> None:
    segments, rows = atlas.dataset["segments"], atlas.dataset.fields.values()
    reach = {(row.territory, segments[row.segment].nerve) for row in rows if row.share == "sometimes"}
    main = {(row.territory, segments[row.segment].nerve) for row in rows if row.share != "sometimes"}
    nerves = {nerve for _, nerve in main}
    assert overlaps(atlas)
    for here, there in overlaps(atlas):
        assert any((here, nerve) in reach and (there, nerve) in main for nerve in nerves), (here, there)


def test_autonomous_skin_is_innervated_by_the_nerve_of_its_row(atlas: Atlas) -> None:
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
