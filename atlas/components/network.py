"""The component `Network`."""

from __future__ import annotations

from typing import Any, Literal

from atlas.components.base import AtlasComponent, Theme, given


class Network(AtlasComponent):
    """The graph of roots, nerves, muscles, skin and reflexes. A click highlights a pathway and reports `selected`.

    Keyboard: as in `Body`.

    Keyword arguments:

    - id (string or dict; optional): The id for callbacks.
    - selected (string; optional): Id of what is selected; its pathway is highlighted. Reported as in `Body`.
    - hovered (string; optional): Id of what the pointer or the keyboard is on, empty when there is nothing.
    - lesion (string; optional): Id of the place of a lesion; the graph shows what is lost. As in `Body`.
    - map (string; optional): Id of the dermatome map that assigns skin to roots. By default the consensus map.
    - part (string; default whole): The whole graph, or with lit only what is highlighted while something is selected.
    - theme (string; default light): Colours: light, dark, projector, print, or auto to follow the system.
    - data (string; optional): URL of the data, as `serve_data` returns it. By default the data of the package.
    - className (string; optional): CSS class of the element.
    - style (dict; optional): CSS style of the element. A graph wider than the element scrolls.
    """

    def __init__(
        self,
        id: str | dict[str, Any] | None = None,
        selected: str | None = None,
        hovered: str | None = None,
        lesion: str | None = None,
        map: str | None = None,
        part: Literal["whole", "lit"] | None = None,
        theme: Theme | None = None,
        data: str | None = None,
        className: str | None = None,
        style: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(**given(locals()))
