"""The pictures of a slide: the views of a plate with pathways, with a lesion, or with two things next to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT, on_side
from atlas.dataset.tables.display_state import DisplayState
from atlas.dataset.tables.tours import TourStep
from atlas.export.display_text import display_text
from atlas.export.slides.portable_svg import png_of, portable_svg
from atlas.figures.body_pictures import SHARP
from atlas.figures.lit_styles import CHOSEN, LESION_STATES, LIT, State
from atlas.figures.plate_views import views_that_show
from atlas.figures.skin_colours import NERVES
from atlas.figures.standalone import standalone_text, styled_figure
from atlas.figures.svg_files import Shape, find_group, group_shapes, read_figure, view_box_size
from atlas.lazy_property import cached_property
from atlas.reasoning.map_disagreement.disagreement import disagreements

THEME = "projector"
"""The colours and line widths of the figures."""
MOST_VIEWS, MOST_OF_EACH, MOST_UNLIT = 3, 2, 2
"""How many views a slide shows of one thing, of each of two things, and of skin on which nothing is lit."""
MOST_MAPS = 3
LETTERS = ("A", "B")
TALL = 0.62
"""A figure whose width is less than this share of its height stands next to others of the same height."""
_LOSS_OPACITY: dict[State, float] = {"lost": 0.5, "reduced": 0.22}
"""State → how strongly the skin is filled with the colour of loss."""
_PIXELS = 650_000
"""Of the PNG of a picture."""
_ALL = "all"
States = dict[str, State]


@dataclass(frozen=True)
class SlidePicture:
    """A figure as an SVG that office programs can draw. `alt`: what it shows, for who cannot see it. `shape`: its width
    by its height."""

    svg: str
    caption: str
    alt: str
    shape: float

    @cached_property
    def png(self) -> bytes:
        """For programs that cannot draw SVG. Raises MissingExtra without resvg."""
        return png_of(self.svg, round((_PIXELS * self.shape) ** 0.5))


@dataclass(frozen=True)
class Shown:
    """What the figures of one picture show. `caption` and `says`: its name, and what is highlighted, in words; both may
    be empty. `disagreement`: colours the skin by how far the maps differ."""

    states: States | None = None
    caption: str = ""
    says: str = ""
    map_id: str | None = None
    disagreement: bool = False


def pathway_states(atlas: Atlas, ids: Iterable[str]) -> States:
    """Id → state, for all that is on these pathways."""
    states: States = {}
    chosen: set[str] = set()
    for id_ in ids:
        found = atlas.pathway(id_)
        parts = (found.territories, found.segments, found.roots, found.muscles, found.sites)
        # a condition without a place on the nerves lights the skin where it is felt
        felt = () if found.territories else getattr(atlas.node(id_).row, "lights", ())
        states |= dict.fromkeys((found.selected, *(one for part in parts for one in part), *felt), LIT)
        chosen |= {found.selected, *atlas.nerve_graph.segments_of.get(found.selected, ())}
    return {id_: CHOSEN if id_ in chosen else state for id_, state in states.items()}


def lesion_states(atlas: Atlas, place: str) -> States:
    """Id → state, for the path to a lesion and what it takes. Raises UnknownName or ValueError as `Atlas.lesion`."""
    lesion = atlas.lesion(place)
    found = atlas.pathway(lesion.site)
    states: States = dict.fromkeys((*found.roots, *found.segments, lesion.site), LIT)
    return states | {id_: state for state in LESION_STATES for id_ in getattr(lesion, state)}


def _colour_disagreement(atlas: Atlas, svg: Shape, colours: Mapping[str, str]) -> None:
    found = disagreements(atlas.nerve_graph)
    for patch in group_shapes(svg, "skin"):
        step = found[patch.get("data-node", "")].in_read_maps.step
        patch.set("fill", colours["ground" if step is None else f"differ-{step}"])


def _remove_marks(svg: Shape) -> None:
    marks = find_group(svg, "marks")
    if marks is not None:
        svg.remove(marks)


def _redden_lost_skin(svg: Shape, states: States, colour: str) -> None:
    """Fill skin without feeling with the colour of loss, which is seen from further away than its outline."""
    for patch in group_shapes(svg, "skin"):
        opacity = _LOSS_OPACITY.get(states.get(patch.get("data-node", ""), LIT))
        if opacity is not None:
            patch.set("fill", colour)
            patch.set("fill-opacity", f"{opacity:g}")


def picture(
    atlas: Atlas, view: str, shown: Shown, layer: str = "", shows: Sequence[str] = (), side: str = RIGHT
) -> SlidePicture:
    """One view. `layer` and `shows` are those of `styled_figure`."""
    row, figure = atlas.dataset.views[view], read_figure(atlas, view)
    # the skin alone is a drawing: its picture would have to be blended with it, which office programs cannot do
    shaded = shown.states is not None or find_group(figure, "skin") is None
    svg, styler = styled_figure(
        atlas,
        view,
        layer,
        THEME,
        {*shows, "sites"} if shown.states is not None else shows,
        shown.map_id,
        shaded=shaded,
        states=shown.states,
        size=SHARP,
    )
    _redden_lost_skin(svg, shown.states or {}, styler.colours["alarm"])
    if shown.disagreement:
        _colour_disagreement(atlas, svg, styler.colours)
    if shown.disagreement or layer == NERVES:  # numbers, which only the page explains
        _remove_marks(svg)
    name = on_side(row.name, side)
    text = standalone_text(svg, styler, row.name, row.describe, side)
    said = [name, shown.caption, shown.says, on_side(row.describe, side)]
    alt = ". ".join(part.rstrip(".") for part in dict.fromkeys(said) if part) + "."
    return SlidePicture(portable_svg(text, styler.colours["sheet"]), shown.caption or name, alt, _shape(atlas, view))


def plate_views(atlas: Atlas, plate: str, ids: Iterable[str], most: int = MOST_VIEWS) -> list[str]:
    """The views of a plate to show: of the whole body first, then those of its insets that add something."""
    row = atlas.dataset.plates.get(plate)
    views = row.views if row else tuple(atlas.dataset.views)
    views = tuple(view for view in views if not atlas.dataset.views[view].appears_with)
    insets, wanted = row.insets if row else (), list(ids)
    main = [view for view in views if view not in insets]
    if not wanted:
        return main[:MOST_UNLIT]
    found = views_that_show(atlas, main, wanted, most - 1 if insets else most)
    return views_that_show(atlas, [view for view in views if view in insets], wanted, most, found)


def _of_maps(atlas: Atlas, step: TourStep) -> list[Shown]:
    states: States | None = dict.fromkeys(step.select, CHOSEN) or None
    if _ALL in step.maps:
        return [Shown(states, says=atlas.strings["maps.all.head"], disagreement=True)]
    names = atlas.dataset.dermatome_maps
    says = ", ".join(atlas.node(id_).name for id_ in step.select)
    return [Shown(states, names[map_id].name, says, map_id) for map_id in step.maps[:MOST_MAPS]]


def _shown_by(atlas: Atlas, state: DisplayState) -> list[Shown]:
    """What stands next to each other on the slide of a text: one thing, two maps or two places."""
    says = display_text(atlas, state) if state.highlighted else ""
    if isinstance(state, TourStep) and state.maps:
        return _of_maps(atlas, state)
    if state.pair:
        named = [(letter, id_, atlas.node(id_).name) for letter, id_ in zip(LETTERS, state.pair, strict=True)]
        return [
            Shown(
                lesion_states(atlas, id_),
                f"{letter}: {name}",
                atlas.strings["article.lights.lesion"].format(names=name),
            )
            for letter, id_, name in named
        ]
    if state.lesion:
        return [Shown(lesion_states(atlas, state.lesion), says=says, map_id=state.map or None)]
    return [Shown(pathway_states(atlas, state.select) if state.select else None, says=says, map_id=state.map or None)]


def _shape(atlas: Atlas, view: str) -> float:
    width, height = map(float, view_box_size(read_figure(atlas, view)))
    return width / height


def pictures_of_state(atlas: Atlas, state: DisplayState, side: str = RIGHT) -> list[SlidePicture]:
    """The pictures of what a text shows on its plate."""
    shown = _shown_by(atlas, state)
    ids = sorted({id_ for one in shown for id_ in one.states or ()})
    views = plate_views(atlas, state.plate, ids, MOST_VIEWS if len(shown) == 1 else MOST_OF_EACH)
    if len(shown) > 1:
        tall = [view for view in views if _shape(atlas, view) < TALL]
        views = tall or views[:1]
    return [picture(atlas, view, one, state.layer, state.show, side) for one in shown for view in views]
