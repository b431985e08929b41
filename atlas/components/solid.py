"""The component `Solid`."""

from __future__ import annotations

from typing import Any

from atlas.components.base import AtlasComponent, Side, Theme, given


class Solid(AtlasComponent):
    """The body in three dimensions. A click highlights a pathway at once and reports `selected`.

    Pointer: drag to rotate, drag with two fingers or the right button to move, scroll or pinch to zoom. Keyboard: arrow
    keys rotate, Shift with an arrow key moves, plus and minus zoom, Enter selects what is in the middle, Escape clears,
    Home shows the whole body.

    Keyword arguments:

    - id (string or dict; optional): The id for callbacks.
    - selected (string; optional): Id of what is selected; its pathway is highlighted. Reported as in `Body`.
    - hovered (string; optional): Id of what the pointer is on, empty when there is nothing. As in `Body`.
    - lesion (string; optional): Id of the place of a lesion; the body shows what is lost. As in `Body`.
    - camera (string; optional): Where the eye is and what it looks at: two places, each in millimetres to the left, up
      and to the front, as six numbers separated by commas. Reported when the reader has moved it; an empty one shows
      the whole body.
    - map (string; optional): Id of the dermatome map that assigns skin to roots. By default the consensus map.
    - side (string; default right): The leg that is coloured: right or left.
    - theme (string; default light): Colours: light, dark, projector, print, or auto to follow the system.
    - data (string; optional): URL of the data, as `serve_data` returns it. By default the data of the package.
    - className (string; optional): CSS class of the element.
    - style (dict; optional): CSS style of the element. By default it is 36rem high.
    """

    def __init__(
        self,
        id: str | dict[str, Any] | None = None,
        selected: str | None = None,
        hovered: str | None = None,
        lesion: str | None = None,
        camera: str | None = None,
        map: str | None = None,
        side: Side | None = None,
        theme: Theme | None = None,
        data: str | None = None,
        className: str | None = None,
        style: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(**given(locals()))
