"""What each nerve, muscle, site, condition and tour still lacks. A data set that lacks some of it can be loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.placeholders import first_known


@dataclass(frozen=True)
class Missing:
    """Something that a thing lacks: the file in which it belongs, what it is, and what would be right."""

    kind: str
    id: str
    file: str
    wrong: str
    right: str


class Part(NamedTuple):
    """Something that every thing of a kind has, in a data set in which any has it. `table`: where it belongs,
    or `figures`. `found`: the ids of the things that have it or do not need it.
    """

    kind: str
    table: str
    wrong: str
    right: str
    found: Callable[[Dataset], Iterable[str]]


def _column(table: str, column: str) -> Callable[[Dataset], Iterable[str]]:
    """The ids in one column of a table that may have no row type."""

    def found(dataset: Dataset) -> Iterator[str]:
        if table in dataset.other:
            yield from (record.fields.get(column, "") for record in dataset.other[table])
        for row in dataset.tables.get(table, {}).values():
            value = getattr(row, column)
            yield from (value,) if isinstance(value, str) else value

    return found


def _nerves_of(found: Callable[[Dataset], Iterable[str]]) -> Callable[[Dataset], Iterable[str]]:
    """The nerves of the segments that are found, and the nerves that these are part of.

    A nerve of one segment shares its id, so that it is found even if the row of the segment is unfinished.
    """

    def nerves(dataset: Dataset) -> Iterator[str]:
        ids = set(found(dataset))
        yield from ids
        for id_ in ids & set(dataset.segments):
            nerve, seen = dataset.segments[id_].nerve, set[str]()
            while nerve in dataset.nerves and nerve not in seen:
                seen.add(nerve)
                yield nerve
                nerve = dataset.nerves[nerve].part_of

    return nerves


def _drawn(dataset: Dataset) -> Iterator[str]:
    yield from (shape for figure in dataset.figures.values() for shape, _ in figure.shapes)


def _described(dataset: Dataset) -> Iterator[str]:
    yield from (of for of, part in dataset.plain_text if part == "is")


def _placed(dataset: Dataset) -> Iterator[str]:
    """The sites with a place in the figures, and those that are no single place on a nerve."""
    yield from dataset.site_places
    if dataset.site_places:
        yield from (site.id for site in dataset.sites.values() if site.standing != "focal")


def _leading_on(dataset: Dataset) -> Iterator[str]:
    """The segments that supply something or that another segment continues."""
    yield from (row.segment for row in dataset.fields.values())
    yield from (row.branch for row in dataset.innervation.values())
    yield from (parent for row in dataset.segments.values() for parent in row.upstream)


_PLAIN = ("plain_text", "no plain words", "add a row with the part 'is'")
_FIGURES = "figures"
PARTS = (
    Part("nerve", "segments", "no segment", "add its segments", _nerves_of(lambda dataset: dataset.segments)),
    Part("nerve", "fields", "no skin, muscle or branch", "add some, here or in innervation", _nerves_of(_leading_on)),
    Part("nerve", "courses", "no course", "add the points that it passes", _nerves_of(_column("courses", "of"))),
    Part("nerve", "nerve_calibres", "no thickness", "add a row", _nerves_of(_column("nerve_calibres", "of"))),
    Part("nerve", *_PLAIN, _described),
    Part("nerve", _FIGURES, "not drawn", "run `make figures` when it has a course", _nerves_of(_drawn)),
    Part("muscle", "innervation", "no branch", "add a row with the role main", _column("innervation", "target")),
    Part("muscle", "muscle_strands", "no strand", "add the points that it passes", _column("muscle_strands", "muscle")),
    Part("muscle", *_PLAIN, _described),
    Part("muscle", _FIGURES, "not drawn", "run `make figures` when it has strands", _drawn),
    Part("site", "site_places", "no place in the figures", "add a row with the waypoint", _placed),
    Part("site", *_PLAIN, _described),
    Part("condition", *_PLAIN, _described),
    Part("tour", "tour_steps", "no step", "add its steps, numbered from 1", _column("tour_steps", "tour")),
)
KINDS = {"nerve": "nerves", "muscle": "muscles", "site": "sites", "condition": "conditions", "tour": "tours"}
"""Kind of thing → its table."""


def _things(dataset: Dataset, table: str) -> list[str]:
    """The ids of a table, those of unfinished rows too."""
    return [*map(str, dataset[table]), *filter(None, map(first_known, dataset.unfinished.get(table, [])))]


def begun_things(dataset: Dataset) -> set[str]:
    """The things of which a row is unfinished, as `nerve-atlas new` leaves them."""
    return {first_known(record) for records in dataset.unfinished.values() for record in records}


def _begun(dataset: Dataset, table: str) -> set[str]:
    """What the unfinished rows of a table are about: these are listed as problems already."""
    return {cell for record in dataset.unfinished.get(table, []) for cell in record.fields.values()}


def missing_parts(dataset: Dataset) -> list[Missing]:
    """Everything that a thing lacks, by kind and thing in the order of the tables."""
    listed: dict[tuple[str, str], list[Missing]] = {
        (kind, id_): [] for kind, table in KINDS.items() for id_ in _things(dataset, table)
    }
    for part in PARTS:
        things = _things(dataset, KINDS[part.kind])
        found = set(part.found(dataset)) | _begun(dataset, part.table)
        for id_ in things if found & set(dataset[KINDS[part.kind]]) else ():
            if id_ not in found:
                file = "figures/" if part.table == _FIGURES else table_file(part.table)
                lacks = Missing(part.kind, id_, file, part.wrong, part.right)
                listed[part.kind, id_].append(lacks)
    return [lacks for of_thing in listed.values() for lacks in of_thing]
