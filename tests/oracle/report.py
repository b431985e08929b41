"""Writes down what was found: counts, each difference with its reason, and what either side leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from atlas import Atlas
from tests.oracle import rows
from tests.oracle.comparison import DIFFER, SAME, SILENT, WITHIN, Comparison

TITLES = {"hubmap": "HuBMAP, peripheral nervous system v1.1", "uberon": "UBERON 2026-04-01"}
HEAD = """# Where the atlas and other references differ

Written by `make oracle`; do not edit. Reasons stand in `tests/oracle/reasons.csv`, sources in `data/sources.csv`.
Every edge of the graph was held against two references, and every edge of theirs that both sides can name against the
graph. A reference agrees when it places the parent anywhere above the child: finer steps on either side are no difference.

- HuBMAP: the lumbosacral edges of the anatomical structures table for the peripheral nervous system v1.1 of the Human
  Reference Atlas, CC BY 4.0 (Börner et al. 2021, 10.1038/s41556-021-00788-6).
- UBERON: release 2026-04-01 as carried by the package cellxgene-ontology-guide, CC BY 3.0.

Neither says which roots a nerve or muscle has, which skin a nerve serves, or at what height a branch leaves. On these the
atlas follows the sources that its rows cite.
"""


def reasons() -> dict[tuple[str, str, str], dict[str, str]]:
    """Difference → the row that says what was chosen and why."""
    return {(row["reference"], row["parent"], row["child"]): row for row in rows("reasons")}


def _counts(compared: list[Comparison]) -> Iterator[str]:
    yield "| | " + " | ".join(TITLES[one.reference.name] for one in compared) + " |"
    yield "|---" * (len(compared) + 1) + "|"
    for verdict, said in (
        (SAME, "our edges with which it agrees"),
        (DIFFER, "our edges with which it differs"),
        (SILENT, "our edges of which it does not speak"),
        (WITHIN, "our edges between stretches of one nerve, which it does not divide"),
    ):
        yield f"| {said} | " + " | ".join(str(one.verdicts[verdict]) for one in compared) + " |"
    for verdict, said in ((SAME, "its edges with which ours agree"), (DIFFER, "its edges with which ours differ")):
        yield f"| {said} | " + " | ".join(str(one.theirs[verdict]) for one in compared) + " |"
    yield "| its edges beyond the atlas | " + " | ".join(str(one.theirs[SILENT]) for one in compared) + " |"


def _differences(atlas: Atlas, one: Comparison) -> Iterator[str]:
    known = reasons()
    yield "| between | the reference says | the atlas says | chosen | why | sources |"
    yield "|---|---|---|---|---|---|"
    for difference in sorted(one.differences, key=lambda found: found.key):
        _, parent, child = difference.key
        row = known.get(difference.key, {"chosen": "?", "why": "NO REASON IS GIVEN", "cites": ""})
        pair = f"{atlas.node(parent).name} → {atlas.node(child).name}"
        yield f"| {pair} | {difference.theirs} | {difference.ours} | {row['chosen']} | {row['why']} | {row['cites']} |"


def _left_out(atlas: Atlas, one: Comparison) -> Iterator[str]:
    targets = {name for table in ("territories", "reflexes") for name in atlas.dataset[table]}
    nerves = [atlas.node(name).name for name in one.unnamed if name not in targets]
    skin = len(one.unnamed) - len(nerves)
    yield f"Not named there, {len(nerves)} nerves, stretches and muscles: {'; '.join(nerves)}."
    yield f"Nor any of the {skin} patches of skin and reflexes at the ends of our edges."
    yield ""
    loose = [atlas.node(name).name for name in one.unplaced]
    if loose:
        yield f"Named there but placed below nothing that the atlas names: {'; '.join(loose)}."
        yield ""
    why: dict[str, list[str]] = {}
    for id_, said in one.reference.beyond.items():
        why.setdefault(said, []).append(one.reference.names[id_])
    yield "Named there and not in the atlas:"
    yield ""
    yield from (f"- {said} ({len(names)}): {'; '.join(sorted(names))}" for said, names in sorted(why.items()))


def told(atlas: Atlas, compared: list[Comparison]) -> str:
    """The whole page."""
    lines = [HEAD, *_counts(compared)]
    for one in compared:
        lines += ["", f"## {TITLES[one.reference.name]}", ""]
        found = list(_differences(atlas, one)) if one.differences else ["No difference."]
        lines += [*found, "", *_left_out(atlas, one)]
    return "\n".join(lines) + "\n"


def wanting(atlas: Atlas, compared: list[Comparison]) -> Iterator[str]:
    """What is wrong with the tables of this comparison."""
    known, found = reasons(), {difference.key for one in compared for difference in one.differences}
    for key in sorted(found - set(known)):
        yield f"reasons.csv: no reason for {' / '.join(key)}"
    for key in sorted(set(known) - found):
        yield f"reasons.csv: {' / '.join(key)} is no difference any more; remove the row"
    for key, row in known.items():
        for cite in row["cites"].split(";"):
            if cite not in atlas.dataset["sources"]:
                yield f"reasons.csv: {' / '.join(key)} cites '{cite}', which is not in sources"
    for one in compared:
        for id_, means in one.reference.stands_for.items():
            for name in means:
                if name not in atlas.nodes:
                    yield f"names.csv: {id_} stands for '{name}', which the atlas does not have"
        for id_ in sorted({end for edge in one.reference.edges for end in edge} - set(one.reference.names)):
            yield f"names.csv: {one.reference.name} has {id_}, which is not listed"
