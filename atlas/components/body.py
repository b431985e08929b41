"""The component `Body`."""

from __future__ import annotations

from typing import Any, Literal

from atlas.components.base import AtlasComponent, Side, Theme, given

Layer = Literal["nerves", "muscles", "bones", "sites", "fields", "zones"]


class Body(AtlasComponent):
    """The body with its skin, nerves and muscles. A click highlights a pathway at once and reports `selected`.

    Keyboard: Tab enters the figure, arrow keys move, Shift with the arrows up and down follows the highlighted pathway,
    Enter or Space selects, Escape clears.

    Keyword arguments:

    - id (string or dict; optional): The id for callbacks.
    - selected (string; optional): Id of what is selected: a root, nerve, muscle, patch of skin, reflex, site or
      condition. Its pathway is highlighted. A click or Enter changes it; Escape or a second click makes it empty.
    - hovered (string; optional): Id of what the pointer or the keyboard is on, empty when there is nothing. While
      nothing is selected, its pathway is highlighted faintly.
    - lesion (string; optional): Id of the place of a lesion: a root, nerve, site, or a condition of one site. The body
      shows what is lost. While it is given, even empty, a click on a root, nerve or site moves the lesion there.
    - map (string; optional): Id of the dermatome map that assigns skin to roots. By default the consensus map.
    - layers (list of strings; optional): What is shown over the skin: nerves, muscles, bones, sites; fields, which
      colours the skin by nerves instead of roots; and with fields also zones, where nerves overlap.
    - views (list of strings; optional): Ids of the views of the body, in order. By default front, back and the
      enlarged details.
    - side (string; default right): The leg that is drawn: right or left.
    - theme (string; default light): Colours: light, dark, projector, print, or auto to follow the system.
    - data (string; optional): URL of the data, as `serve_data` returns it. By default the data of the package.
    - className (string; optional): CSS class of the element.
    - style (dict; optional): CSS style of the element. Its width sets the size of the figure.
    """

    def __init__(
        self,
        id: str | dict[str, Any] | None = None,
        selected: str | None = None,
        hovered: str | None = None,
        lesion: str | None = None,
        map: str | None = None,
        layers: list[Layer] | None = None,
        views: list[str] | None = None,
        side: Side | None = None,
        theme: Theme | None = None,
        data: str | None = None,
        className: str | None = None,
        style: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(**given(locals()))
