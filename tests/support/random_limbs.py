"""Random small limbs for hypothesis, built in memory from the rows of the tiny limb.

Unlike `limbs.generate` they branch and join at will, have overlap innervation, fields of any share, nerves with some of
the roots, and dermatome maps that no nerve agrees with. They need not pass `check`: the graph must be right for any.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from atlas.dataset.loader import Dataset, load_dataset
from atlas.graph.nerve_graph import NerveGraph
from tests.support.limbs import TINY

MAPS = ("keepers", "divers")
ROOTS = ("R1", "R2", "R3")
SHARES = ("all", "most", "part", "sometimes")


@cache
def _tiny() -> Dataset:
    return load_dataset(TINY)


def _row(table: str, **fields):
    return next(iter(_tiny()[table].values())).model_copy(update=fields)


def _subset(draw, of, least=1):
    return tuple(sorted(draw(st.sets(st.sampled_from(of), min_size=least))))


@st.composite
def random_limbs(draw) -> NerveGraph:
    """A graph of three roots, up to seven segments, and up to six targets."""
    tables: dict[str, list] = {
        name: []
        for name in ("roots", "nerves", "segments", "muscles", "reflexes", "territories", "innervation", "fields")
    }
    tables |= {"dermatomes": [], "sites": [], "conditions": []}
    for at, root in enumerate(ROOTS):
        tables["roots"].append(_row("roots", id=root, name=root, order=at, key_muscles=(), key_point=""))
    tables["nerves"].append(_row("nerves", id="whole", name="whole", part_of="", roots=ROOTS))
    segments: list[str] = []
    for at in range(draw(st.integers(1, 7))):
        id_ = f"s{at}"
        upstream = _subset(draw, [*ROOTS, *segments])
        roots = draw(st.sampled_from([ROOTS, ROOTS, _subset(draw, ROOTS)]))
        nerve = {"id": f"n{at}", "name": id_, "part_of": draw(st.sampled_from(["", "whole"])), "roots": roots}
        tables["nerves"].append(_row("nerves", **nerve))
        tables["segments"].append(_row("segments", id=id_, nerve=f"n{at}", order=at, name=id_, upstream=upstream))
        segments.append(id_)
    for at in range(draw(st.integers(1, 6))):
        target = f"t{at}"
        table = draw(st.sampled_from(["muscles", "territories"]))
        roots = _subset(draw, ROOTS)
        if table == "muscles":
            tables[table].append(_row(table, id=target, name=target, roots=roots, main_roots=roots[:1]))
        else:
            tables[table].append(_row(table, id=target, name=target))
            for map_id in MAPS:
                standing = draw(st.sampled_from(["drawn", "silent"])) if map_id != MAPS[0] else "drawn"
                drawn = _subset(draw, ROOTS) if standing == "drawn" else ()
                row = {"territory": target, "map": map_id, "roots": drawn, "standing": standing}
                tables["dermatomes"].append(_row("dermatomes", **row))
        for branch in _subset(draw, segments):
            limited = draw(st.sampled_from([(), _subset(draw, ROOTS)]))
            if table == "muscles":
                row = {"target": target, "branch": branch, "role": draw(st.sampled_from(["main", "overlap"]))}
                tables["innervation"].append(_row("innervation", **row, roots=limited))
            else:
                row = {"territory": target, "segment": branch, "share": draw(st.sampled_from(SHARES))}
                tables["fields"].append(_row("fields", **row, roots=limited))
    for at in range(draw(st.integers(0, 3))):
        on, standing = _subset(draw, segments), draw(st.sampled_from(["focal", "several"]))
        tables["sites"].append(_row("sites", id=f"site{at}", name=f"site{at}", on=on, standing=standing))
    return NerveGraph(replace(_tiny(), tables=_tiny().tables | {n: {r.key: r for r in t} for n, t in tables.items()}))
