"""Sources, the levels of the limb, and the views, plates and regions of the figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from atlas.dataset.cells import Id, NonNegative, Order, Text, TextList
from atlas.dataset.rows import Row


class Source(Row):
    """A cited source. `access`: how it was read, as a whole, in an excerpt, through another source or not at all.

    `origin`: the work or publisher that it copies, if that is not named in `authors`.
    """

    id: Id
    authors: str = ""
    title: Text
    year: str = ""
    identifier: str = ""
    access: Literal["whole", "excerpt", "second-hand", "memory"]
    note: str = ""
    origin: str = ""

    @property
    def voice(self) -> str:
        """Whose statement the source is. Two sources confirm each other only if their voices differ."""
        return (self.origin or self.authors or self.id).casefold()


class Level(Row):
    """A level of the limb; the network is laid out by level, from proximal to distal.

    `band`: the part of the body beside which it lies; levels with the same band share one.
    """

    id: Id
    name: Text
    order: Order
    band: str = ""


class Plate(Row):
    """A set of views that the page shows together, in this order.

    `insets`: those of its views that are small and stand in the corners, in the order of `plate_layout.CORNERS`.
    """

    REFERS = {"views": ("views",), "insets": ("views",)}
    id: Id
    name: Text
    order: Order
    views: TextList
    describe: Text
    insets: TextList = ()


class BodyChart(Row):
    """A chart to paint on: a view of one leg, or a view of both, which is drawn with its mirror image.

    `page`: the charts that stand together. `millimetres` of the body in one unit of the view. `top`: where the chart
    begins, in units of the view.
    """

    REFERS = {"view": ("views",)}
    id: Id
    name: Text
    order: Order
    page: Literal["body", "sides", "feet", "between"]
    view: Id
    legs: Literal["both", "right", "left"]
    millimetres: Annotated[float, Field(gt=0)]
    top: NonNegative


class Region(Row):
    """A part of the limb that the stage view enlarges, at the number key `digit`; 1 is the whole.

    `parts`: what lies in it; their shapes bound it in each figure. `views`: the figures that can show it.
    """

    REFERS = {"parts": ("territories", "roots", "muscles"), "views": ("views",)}
    id: Id
    name: Text
    digit: Literal["2", "3", "4", "5"]
    parts: TextList
    views: TextList


class View(Row):
    """A figure: the limb from one side. `figure`: its SVG file, relative to the data folder.

    `appears_with`: patches of skin; the page shows the figure only when one of them is lit or the reader asks for it.
    """

    REFERS = {"appears_with": ("territories",)}
    id: Id
    name: Text
    order: Order
    group: Text
    figure: Text
    describe: Text
    appears_with: TextList = ()
