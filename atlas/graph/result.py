"""What the answers on the graph have in common: each is a part of the graph that can be listed and drawn."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from atlas.graph.nerve_graph import NerveGraph

if TYPE_CHECKING:
    import networkx as nx
    import pandas
    from plotly.graph_objects import Figure


class Result(ABC):
    """A part of the graph. `nerve_graph`, the graph it belongs to, is neither compared nor shown nor written to JSON.

    pandas, Plotly and the drawing code are imported by the methods that need them.
    """

    nerve_graph: NerveGraph
    map: str

    @property
    @abstractmethod
    def about(self) -> str:
        """The id of the thing that the result is about."""

    @property
    @abstractmethod
    def listed_roots(self) -> tuple[str, ...]:
        """The roots that count for this result."""

    @abstractmethod
    def subgraph(self) -> nx.DiGraph[str]:
        """The part of the graph, as a copy with all attributes."""

    def to_frame(self) -> pandas.DataFrame:
        """One row per node of `subgraph`: roots first, then segments, muscles, skin and reflexes.

        Columns: id, kind, name, nerve (of a segment, else empty), level, roots (a tuple: the roots of this result whose
        fibres run to the node), confidence and cites (a tuple of text). A lesion also has state and lost.
        """
        from atlas.graph.public_graph import frame_of_graph

        return frame_of_graph(self.nerve_graph, self.subgraph(), self.map, self.listed_roots)

    def svg(self, view: str | None = None, layer: str = "", theme: str = "light", side: str = "right") -> str:
        """The body with this result highlighted, as the text of an SVG file.

        view: id of a view of the body; by default the one that shows most of the result. layer: "nerves" colours the
        skin by nerves, anything else by roots. theme: light, dark, projector or print. side: right or left.
        Raises ValueError for an unknown view, theme or side.
        """
        from atlas.figures.result_pictures import body_svg

        return body_svg(self, view, layer, theme, side)

    def figure(self) -> Figure:
        """The network with this result highlighted, as a Plotly figure."""
        from atlas.figures.result_pictures import network_figure

        return network_figure(self)

    def _repr_html_(self) -> str:
        """A small picture of the network with a summary, for notebooks."""
        from atlas.figures.result_pictures import result_html

        return result_html(self)
