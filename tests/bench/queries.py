"""Load, check and pathway times: over the real data, and over generated limbs of growing size."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from atlas import Atlas
from tests.bench.timing import summary, timed
from tests.limbs import generate

SIZES = (1_000, 10_000, 100_000)
ASKED = 300


def real() -> None:
    """The data that the package carries."""
    seconds, atlas = timed(Atlas.load)
    print(f"real data: {len(atlas.nodes)} nodes; load and check {seconds * 1000:.0f} ms")
    for map_id in atlas.maps:
        atlas.anatomy.carried(map_id)
    atlas.names  # noqa: B018  (the index of names is made once)
    spent = [timed(lambda id_=id_, m=m: atlas.pathway(id_, m))[0] * 1000 for m in atlas.maps for id_ in atlas.nodes]
    print(f"  every pathway on every map ({len(spent)}): {summary(spent)}")


def grown() -> None:
    """Generated limbs: what a query costs must follow its answer, not the limb."""
    print("generated limbs (an answer is counted in lit edges):")
    print(f"  {'nodes':>8} {'load+check':>11} {'root: edges':>12} {'ms':>8} {'µs/edge':>8} {'ending: edges':>14} {'ms':>8}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            generate(Path(folder) / "limb", size)
            seconds, atlas = timed(lambda path=Path(folder) / "limb": Atlas.load(path))
        timed(lambda a=atlas: a.pathway(next(iter(a.facts["roots"]))))
        rng = random.Random(0)
        asked = [
            rng.choices(list(atlas.facts["roots"]), k=ASKED),
            rng.choices(list(atlas.facts["territories"]), k=ASKED),
        ]
        cells = []
        for ids in asked:
            took = [timed(lambda id_=id_, a=atlas: a.pathway(id_)) for id_ in ids]
            edges = sum(len(found.edges) for _, found in took)
            whole = sum(spent for spent, _ in took)
            cells.append((edges / ASKED, whole / ASKED * 1000, whole / edges * 1e6))
        (r_edges, r_ms, r_each), (e_edges, e_ms, _) = cells
        count = len(atlas.nodes)
        print(f"  {count:>8} {seconds:>9.1f} s {r_edges:>12.0f} {r_ms:>8.3f} {r_each:>8.1f} {e_edges:>14.1f} {e_ms:>8.3f}")
