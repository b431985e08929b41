"""The page about differences: counts, each difference with its reason, and what either side leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from atlas import Atlas
from tests.oracle import rows
from tests.oracle.comparison import AGREES, DIFFERS, NOT_COVERED, WITHIN_NERVE, Comparison

TITLES = {"hubmap": "HuBMAP, peripheral nervous system v1.1", "uberon": "UBERON 2026-04-01"}
HEAD = """# Where the atlas differs from other references

Written by `make oracle`; do not edit. Reasons come from `tests/oracle/reasons.csv`, sources from
`data/sources/sources.csv`. Every edge of the graph is compared with two references, and each reference edge whose
ends both exist here is compared with the graph. A reference agrees if it places the parent anywhere above the child; finer steps on either
side do not count as a difference.

- HuBMAP: the lumbosacral edges of the anatomical structures table for the peripheral nervous system v1.1 of the Human
  Reference Atlas, CC BY 4.0 (Börner et al. 2021, 10.1038/s41556-021-00788-6).
- UBERON: release 2026-04-01 as carried by the package cellxgene-ontology-guide, CC BY 3.0.

Neither says which roots a nerve or muscle has, which skin a nerve serves, or where along a nerve a branch leaves. On these
points the atlas follows the sources that its rows cite.
"""


def reasons() -> dict[tuple[str, str, str], dict[str, str]]:
    """Difference → the row with the choice and the reason."""
    return {(row["reference"], row["parent"], row["child"]): row for row in rows("reasons")}


def _counts(compared: list[Comparison]) -> Iterator[str]:
    yield "| | " + " | ".join(TITLES[one.reference.name] for one in compared) + " |"
    yield "|---" * (len(compared) + 1) + "|"
    for verdict, label in (
        (AGREES, "our edges that the reference agrees with"),
        (DIFFERS, "our edges that differ from the reference"),
        (NOT_COVERED, "our edges that the reference does not cover"),
        (WITHIN_NERVE, "our edges within one nerve, which the reference does not divide"),
    ):
        yield f"| {label} | " + " | ".join(str(one.our_edges[verdict]) for one in compared) + " |"
    for verdict, label in (
        (AGREES, "its edges that the atlas agrees with"),
        (DIFFERS, "its edges that differ from the atlas"),
        (NOT_COVERED, "its edges that the atlas does not cover"),
    ):
        yield f"| {label} | " + " | ".join(str(one.their_edges[verdict]) for one in compared) + " |"


def _differences(atlas: Atlas, one: Comparison) -> Iterator[str]:
    known = reasons()
    yield "| Edge | Reference | Atlas | Chosen | Reason | Sources |"
    yield "|---|---|---|---|---|---|"
    for difference in sorted(one.differences, key=lambda found: found.key):
        _, parent, child = difference.key
        row = known.get(difference.key, {"chosen": "?", "why": "NO REASON GIVEN", "cites": ""})
        pair = f"{atlas.node(parent).name} → {atlas.node(child).name}"
        yield f"| {pair} | {difference.theirs} | {difference.ours} | {row['chosen']} | {row['why']} | {row['cites']} |"


def _left_out(atlas: Atlas, one: Comparison) -> Iterator[str]:
    targets = {name for table in ("territories", "reflexes") for name in atlas.dataset[table]}
    nerves = [atlas.node(name).name for name in one.unnamed if name not in targets]
    skin = len(one.unnamed) - len(nerves)
    yield f"Not named in the reference, {len(nerves)} nerves, segments and muscles: {'; '.join(nerves)}."
    yield f"None of the {skin} patches of skin and reflexes in our edges is named in it either."
    yield ""
    loose = [atlas.node(name).name for name in one.unplaced]
    if loose:
        yield f"Named in the reference, but not below anything that the atlas names: {'; '.join(loose)}."
        yield ""
    why: dict[str, list[str]] = {}
    for id_, reason in one.reference.beyond.items():
        why.setdefault(reason, []).append(one.reference.names[id_])
    yield "Named in the reference but not in the atlas:"
    yield ""
    yield from (f"- {reason} ({len(names)}): {'; '.join(sorted(names))}" for reason, names in sorted(why.items()))


def page(atlas: Atlas, compared: list[Comparison]) -> str:
    """The whole page."""
    lines = [HEAD, *_counts(compared)]
    for one in compared:
        lines += ["", f"## {TITLES[one.reference.name]}", ""]
        found = list(_differences(atlas, one)) if one.differences else ["No difference."]
        lines += [*found, "", *_left_out(atlas, one)]
    return "\n".join(lines) + "\n"


def problems(atlas: Atlas, compared: list[Comparison]) -> Iterator[str]:
    """Every problem in the tables of this comparison."""
    known, found = reasons(), {difference.key for one in compared for difference in one.differences}
    for key in sorted(found - set(known)):
        yield f"reasons.csv: no reason for {' / '.join(key)}"
    for key in sorted(set(known) - found):
        yield f"reasons.csv: {' / '.join(key)} is not a difference any more; remove the row"
    for key, row in known.items():
        for cite in row["cites"].split(";"):
            if cite not in atlas.dataset["sources"]:
                yield f"reasons.csv: {' / '.join(key)} cites '{cite}', which is not in the table sources"
    for one in compared:
        for id_, means in one.reference.means.items():
            for name in means:
                if name not in atlas.nodes:
                    yield f"names.csv: {id_} means '{name}', which is not in the atlas"
        for id_ in sorted({end for edge in one.reference.edges for end in edge} - set(one.reference.names)):
            yield f"names.csv: {id_} of {one.reference.name} is missing"
