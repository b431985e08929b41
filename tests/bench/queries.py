"""The real data: loading, every pathway, every lesion, and localising the teaching cases, in Python and in Node."""

from __future__ import annotations

from statistics import median

from atlas import Atlas
from tests.bench.report import table, write
from tests.bench.timing import quantile, timed
from tests.cases import CASES_FOLDER, read_cases
from tests.js.contract import times_in_node


def _line(what: str, spent: list[float]) -> list[object]:
    times = (median(spent), quantile(spent, 0.95), max(spent))
    return [what, f"{len(spent):,}", *(f"{time:.2g}" if time < 10 else f"{time:.0f}" for time in times)]


def _lesions(atlas: Atlas) -> list[float]:
    places = [
        *atlas.dataset["roots"],
        *atlas.dataset["segments"],
        *(s.id for s in atlas.dataset["sites"].values() if s.on),
    ]
    atlas.lesion(places[0])
    return [timed(lambda place=place: atlas.lesion(place))[0] * 1000 for place in places]


def queries() -> None:
    """What the program answers about the data that the package carries."""
    loads = [timed(Atlas.load) for _ in range(3)]
    atlas = loads[-1][1]
    for map_id in atlas.maps:
        atlas.nerve_graph.root_flow(map_id)
    atlas.names  # noqa: B018  (the index of names is made once)
    pathways = [timed(lambda id_=id_, m=m: atlas.pathway(id_, m))[0] * 1000 for m in atlas.maps for id_ in atlas.nodes]
    findings = [
        atlas.findings_parser.parse_case(case)
        for path in sorted(CASES_FOLDER.glob("*.json"))
        for case in read_cases(path)
    ]
    prepared, localiser = timed(lambda: atlas.localiser)
    localised = [min(timed(lambda one=one: localiser.localise(one))[0] for _ in range(3)) * 1000 for one in findings]
    rows = [
        _line(f"load and check the facts ({len(atlas.nodes)} nodes)", [spent * 1000 for spent, _ in loads]),
        _line("one pathway: every node on every map", pathways),
        _line("one lesion: every place", _lesions(atlas)),
        _line(f"one `localise` (prepared once in {prepared * 1000:.0f} ms)", localised),
        _line("the same in JavaScript", times_in_node(atlas, findings)),
    ]
    header = ["question", "asked", "median ms", "p95 ms", "worst ms"]
    write("queries", "Questions over the real data", "make bench ARGS=queries", table(header, rows))
