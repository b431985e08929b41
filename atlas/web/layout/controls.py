"""The controls above the figures: root buttons, the layer of skin, the dermatome map, the theme."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.dataset.translation.locales import ENGLISH
from atlas.figures.plate_layout import plates
from atlas.figures.skin_colours import NERVES, root_class
from atlas.web.bundles.solid import has_mesh
from atlas.web.layout.maps_page import choice_name, compare_button
from atlas.web.layout.solid import PLATE

LAYERS = ("dermatomes", NERVES)
"""The layers of skin; each has its name in the strings."""
SHOWS = ("nerves", "bones", "sites", "labels", "zones")
"""What can be laid over the skin, each by itself; in the order of their buttons."""
THEMES = ("light", "dark", "projector", "print")
"""The themes; without one the page is light or dark as the system prefers."""
VOICES = ("", "plain")
"""The voices in which things are told; the first is the clinical one."""
MODES = ("", "conditions", "article", "tours", "lesion", "cases", "apart", "maps", "myotomes", "quiz", "sources")
"""The ways of using the page; the first is exploring. The others have their module in `assets/modes/<name>.mjs`."""


def root_buttons(atlas: Atlas) -> html.Div:
    """One large button for each core root, with the colour of its skin."""
    words = atlas.strings
    roots = sorted(atlas.dataset.roots.values(), key=lambda root: root.order)
    buttons = [
        html.Button(
            [html.Span(className=f"swatch {root_class(atlas, root.id)}"), root.id],
            className="root-button",
            title=root.name,
            **{"data-node": root.id, "aria-pressed": "false"},
        )
        for root in roots
        if root.scope == "core"
    ]
    group = html.Div(buttons, className="roots-row", role="group", **{"aria-label": words["roots.label"]})
    return html.Div([group, clear_button(atlas)], className="roots")


def clear_button(atlas: Atlas, sign: str | None = None) -> html.Button:
    """The button that clears the selection, with its word or, where room is short, with a sign."""
    word = atlas.strings["clear.label"]
    label = {"aria-label": word} if sign else {}
    return html.Button(sign or word, className="plain clear", disabled=True, **label)


def options(atlas: Atlas) -> html.Div:
    """Which layer the skin shows, and by which dermatome map."""
    words = atlas.strings
    layers = [
        html.Button(
            words[f"layer.{layer}"],
            title=words[f"layer.{layer}.title"],
            **{"data-layer": layer, "aria-pressed": "true" if layer == LAYERS[0] else "false"},
        )
        for layer in LAYERS
    ]
    choices = [html.Option(choice_name(atlas, map_id), value=map_id) for map_id in atlas.maps]
    for choice in choices:
        if choice.value == atlas.default_map:
            choice.selected = "selected"
    return html.Div(
        [
            html.Div(layers, className="layers", role="group", **{"aria-label": words["layer.label"]}),
            _shows(atlas),
            html.Label([html.Span(words["map.label"]), html.Select(choices, id="map")], className="map", htmlFor="map"),
            *([compare_button(atlas)] if len(atlas.maps) > 1 else []),
        ],
        className="options",
        role="group",
        **{"aria-label": words["options.label"]},
    )


def _shows(atlas: Atlas) -> html.Div:
    words = atlas.strings
    off = {"aria-pressed": "false"}
    buttons = [
        html.Button(words[f"show.{one}"], title=words[f"show.{one}.title"], **{"data-show": one}, **off)
        for one in SHOWS
    ]
    return html.Div(buttons, className="shows", role="group", **{"aria-label": words["show.label"]})


def plate_buttons(atlas: Atlas) -> html.Div | None:
    """Which set of views stands on the plate; None where there is only one."""
    shown = plates(atlas)
    if len(shown) < 2:
        return None
    buttons = [
        html.Button(
            plate.name,
            title=plate.describe,
            **{"data-plate": plate.id, "aria-pressed": "true" if plate is shown[0] else "false"},
        )
        for plate in shown
    ]
    if has_mesh(atlas):
        told = {"data-plate": PLATE, "aria-pressed": "false"}
        buttons.append(html.Button(atlas.strings["solid.name"], title=atlas.strings["solid.title"], **told))
    return html.Div(buttons, className="plates", role="group", **{"aria-label": atlas.strings["plates.label"]})


def mode_buttons(atlas: Atlas) -> html.Nav | None:
    """The ways of using the page; None where there is only one."""
    words = atlas.strings
    if len(MODES) < 2:
        return None
    buttons = [
        html.Button(
            words[f"mode.{mode or 'explore'}"],
            title=words[f"mode.{mode or 'explore'}.title"],
            **{"data-mode": mode, "aria-pressed": "false" if mode else "true"},
        )
        for mode in MODES
    ]
    return html.Nav(buttons, className="modes", **{"aria-label": words["mode.label"]})


def usual_voice(atlas: Atlas) -> str:
    """The voice that the page starts in: the clinical one in English, the plain one where only that is translated."""
    return VOICES[0] if atlas.language == ENGLISH or not atlas.dataset.plain_text else VOICES[1]


def voice_choice(atlas: Atlas) -> html.Div:
    """In which voice the page speaks."""
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
    """The choice of a theme; the first is what the system prefers."""
    words = atlas.strings
    choices = [html.Option(words[f"theme.{theme or 'system'}"], value=theme) for theme in ("", *THEMES)]
    label = html.Span(words["theme.label"])
    return html.Label([label, html.Select(choices, id="theme")], className="theme", htmlFor="theme")
