"""The controls of the page: roots, plates, what the figures show, destinations and their modes, voice and theme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html

from atlas.api import Atlas
from atlas.dataset.sides import SIDES, on_side
from atlas.dataset.tables.themes import THEMES
from atlas.dataset.translation.locales import ENGLISH
from atlas.figures.mesh_files import has_mesh
from atlas.figures.plate_layout import plates
from atlas.figures.skin_colours import NERVES, root_class
from atlas.web.layout.legend import legend
from atlas.web.layout.maps_page import choice_name, compare_button
from atlas.web.layout.sided import TITLE, forms
from atlas.web.layout.solid import PLATE

LAYERS = ("dermatomes", NERVES)
"""The layers of skin; their names are strings."""
SHOWS = ("nerves", "muscles", "bones", "sites", "labels", "zones")
"""What can be shown over the skin, in the order of the buttons."""
VOICES = ("", "plain")
"""The voices of the texts; the first is the clinical one."""
DESTINATIONS = {
    "explore": ("",),
    "conditions": ("conditions",),
    "learn": ("article", "tours", "quiz", "drills", "editor"),
    "compare": ("lesion", "apart", "cases"),
    "reference": ("maps", "myotomes", "studies", "examination", "drawing", "sources"),
}
"""The destinations of the page, each with its modes; the first of these opens first. "" is the mode of exploring."""
MODES = tuple(mode for modes in DESTINATIONS.values() for mode in modes)
"""The modes of the page; the first is exploring."""


def root_buttons(atlas: Atlas) -> html.Div:
    """A large button for each core root, in the colour of its skin."""
    words = atlas.strings
    roots = sorted(atlas.dataset.roots.values(), key=lambda root: root.order)
    buttons = [
        html.Button(
            [html.Span(className=f"swatch {root_class(atlas, root.id)}"), root.id],
            className="root-button first" if root.id == words["start.root"] else "root-button",
            title=root.name,
            **{"data-node": root.id, "aria-pressed": "false"},
        )
        for root in roots
        if root.scope == "core"
    ]
    group = html.Div(buttons, className="roots-row", role="group", **{"aria-label": words["roots.label"]})
    return html.Div([group], className="roots")


def clear_button(atlas: Atlas) -> html.Button:
    """The button that clears the selection."""
    label = {"aria-label": atlas.strings["clear.label"]}
    return html.Button("×", className="plain clear", disabled=True, **label)


def _pressed_buttons(words: Mapping[str, str], kind: str, ids: Sequence[str]) -> list[html.Button]:
    """A button for each choice of a kind, of which the first is made."""
    return [
        html.Button(
            words[f"{kind}.{id_}"],
            title=words[f"{kind}.{id_}.title"],
            **{f"data-{kind}": id_, "aria-pressed": "true" if id_ == ids[0] else "false"},
        )
        for id_ in ids
    ]


def view_menu(atlas: Atlas) -> html.Details:
    """The menu of what the figures show: skin, layers over it, dermatome map, side, figures on request, legend."""
    words = atlas.strings
    layers = _pressed_buttons(words, "layer", LAYERS)
    choices = [html.Option(choice_name(atlas, map_id), value=map_id) for map_id in atlas.maps]
    for choice in choices:
        if choice.value == atlas.default_map:
            choice.selected = "selected"
    chosen = html.Div(
        [
            html.Div(layers, className="layers", role="group", **{"aria-label": words["layer.label"]}),
            _shows(atlas),
            html.Label([html.Span(words["map.label"]), html.Select(choices, id="map")], className="map", htmlFor="map"),
            *([compare_button(atlas)] if len(atlas.maps) > 1 else []),
            _side_choice(atlas),
            *_request_buttons(atlas),
        ],
        className="options",
        role="group",
        **{"aria-label": words["options.label"]},
    )
    summary = html.Summary(words["view.label"], className="plain", title=words["options.label"])
    return html.Details([summary, html.Div([chosen, legend(atlas)])], className="view-menu", id="view")


def _request_buttons(atlas: Atlas) -> list[html.Button]:
    """A button for each figure that is shown on request, on the plates that have it."""
    first = plates(atlas)[0].views if plates(atlas) else tuple(atlas.dataset.views)
    return [
        html.Button(
            view.name,
            className="plain request",
            title=atlas.strings["inset.title"],
            hidden=view.id not in first,
            **{"data-inset": view.id, "aria-pressed": "false", "aria-controls": f"figure-{view.id}"},
        )
        for view in atlas.dataset.views.values()
        if view.appears_with
    ]


def _shows(atlas: Atlas) -> html.Div:
    words = atlas.strings
    off = {"aria-pressed": "false"}
    buttons = [
        html.Button(words[f"show.{one}"], title=words[f"show.{one}.title"], **{"data-show": one}, **off)
        for one in SHOWS
    ]
    reasons = {f"data-{reason}": words[f"show.{reason}"] for reason in ("always", "selected", "some", "partly")}
    return html.Div(buttons, className="shows", role="group", **{"aria-label": words["show.label"]}, **reasons)


def _side_choice(atlas: Atlas) -> html.Div:
    """The choice of the side of the body that is shown."""
    words = atlas.strings
    buttons = _pressed_buttons(words, "side", SIDES)
    return html.Div(buttons, className="sides", role="group", **{"aria-label": words["side.label"]})


def plate_buttons(atlas: Atlas) -> html.Div | None:
    """The choice of the plate, which is a set of views; None when there is only one."""
    shown = plates(atlas)
    if len(shown) < 2:
        return None
    buttons = [
        html.Button(
            plate.name,
            title=on_side(plate.describe),
            **{"data-plate": plate.id, "aria-pressed": "true" if plate is shown[0] else "false"},
            **forms(TITLE, plate.describe),
        )
        for plate in shown
    ]
    if has_mesh(atlas):
        attributes = {"data-plate": PLATE, "aria-pressed": "false"}
        buttons.append(html.Button(atlas.strings["solid.name"], title=atlas.strings["solid.title"], **attributes))
    return html.Div(buttons, className="plates", role="group", **{"aria-label": atlas.strings["plates.label"]})


def destination_buttons(atlas: Atlas) -> html.Nav:
    """The destinations of the page. Each opens its first mode; `data-modes` lists all of its modes."""
    words = atlas.strings
    buttons = [
        html.Button(
            words[f"nav.{name}"],
            title=words[f"nav.{name}.title"],
            **{
                "data-destination": name,
                "data-modes": ",".join(modes),
                "aria-pressed": "true" if MODES[0] in modes else "false",
            },
        )
        for name, modes in DESTINATIONS.items()
    ]
    return html.Nav(buttons, className="destinations", **{"aria-label": words["nav.label"]})


def mode_buttons(atlas: Atlas) -> html.Nav:
    """The modes of each destination that has several; a script shows those of the present destination."""
    words = atlas.strings

    def button(mode: str) -> html.Button:
        key = f"mode.{mode or 'explore'}"
        pressed = "false" if mode else "true"
        return html.Button(words[key], title=words[f"{key}.title"], **{"data-mode": mode, "aria-pressed": pressed})

    groups = [
        html.Div(
            [button(mode) for mode in modes],
            role="group",
            hidden=MODES[0] not in modes or len(modes) < 2,
            **{"data-modes-of": name, "aria-label": words[f"nav.{name}"]},
        )
        for name, modes in DESTINATIONS.items()
    ]
    return html.Nav(groups, className="modes", **{"aria-label": words["mode.label"]})


def usual_voice(atlas: Atlas) -> str:
    """The voice in which the page starts: clinical in English, plain in a language that translates only plain text."""
    return VOICES[0] if atlas.language == ENGLISH or not atlas.dataset.plain_text else VOICES[1]


def voice_choice(atlas: Atlas) -> html.Div:
    """The choice of the voice."""
    words, usual = atlas.strings, usual_voice(atlas)
    buttons = [
        html.Button(
            words[f"voice.{voice or 'clinical'}"],
            title=words[f"voice.{voice or 'clinical'}.title"],
            **{"data-voice": voice, "aria-pressed": "true" if voice == usual else "false"},
        )
        for voice in VOICES
    ]
    return html.Div(buttons, className="voices", role="group", **{"aria-label": words["voice.label"]})


def theme_choice(atlas: Atlas) -> html.Label:
    """The choice of the theme; the first follows the system."""
    words = atlas.strings
    choices = [html.Option(words[f"theme.{theme or 'system'}"], value=theme) for theme in ("", *THEMES)]
    label = html.Span(words["theme.label"])
    return html.Label([label, html.Select(choices, id="theme")], className="theme", htmlFor="theme")
