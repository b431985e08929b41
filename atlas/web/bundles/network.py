"""What the network beside the body needs: how high each node and each part of the body lies in the figure."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.figures.body_heights import bands, body_views, node_heights
from atlas.figures.plate_layout import size_of


def build_network(atlas: Atlas) -> dict:
    """The heights in whole units of the figure.

    `views`: the figures of the whole body; `height`: that of each; `heights`: node → its upper and lower end;
    `bands`: name and upper end of each part of the body, from above; `overlaps`: branch and target where the branch
    is not the main supply.
    """
    views = body_views(atlas)
    return {
        "views": views,
        "height": size_of(atlas, atlas.dataset.views[views[0]])[1] if views else 1,
        "heights": {id_: [round(top), round(bottom)] for id_, (top, bottom) in node_heights(atlas).items()},
        "bands": [[band.name, round(band.top)] for band in bands(atlas)],
        "overlaps": [[edge.branch, edge.target] for edge in atlas.nerve_graph.innervation if not edge.main],
    }
