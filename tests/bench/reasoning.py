"""Times of lesions and of reasoning back: on the real data, and on generated limbs of growing size."""

from __future__ import annotations

import tempfile
from pathlib import Path

from atlas import Atlas
from tests.bench.timing import summary, timed
from tests.cases import FOLDER, read_cases
from tests.limbs import generate

SIZES = (1_000, 10_000)


def reasoning() -> None:
    """Every lesion of the atlas together, and one answer for each teaching case."""
    atlas = Atlas.load()
    places = [*atlas.facts["roots"], *atlas.facts["segments"], *(s.id for s in atlas.facts["sites"].values() if s.on)]
    atlas.lesion(places[0])
    together = min(timed(lambda: [atlas.lesion(place) for place in places])[0] for _ in range(5))
    print(f"every lesion ({len(places)}) together: {together * 1000:.1f} ms")
    findings = [atlas.reading.case(case) for path in sorted(FOLDER.glob("*.json")) for case in read_cases(path)]
    prepared, localising = timed(lambda: atlas.localising)
    spent = [min(timed(lambda one=one: localising.of(one))[0] for _ in range(3)) * 1000 for one in findings]
    print(f"one localise ({len(findings)} cases): {summary(spent)}; prepared once in {prepared * 1000:.0f} ms")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            limb = Atlas.load(generate(Path(folder) / "limb", size))
        segments = list(limb.facts["segments"])
        limb.lesion(segments[0])
        took = [timed(lambda place=place, a=limb: a.lesion(place))[0] * 1000 for place in segments[:: size // 200]]
        print(f"  generated limb, {len(limb.nodes)} nodes: one lesion {summary(took)}")
