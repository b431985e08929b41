"""The courses of nerves are unbroken from root to last branch, and each site lies on one of its nerves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.segment_graph import nerve_roots, proximal_to_distal, reaching_roots, root_bits, segment_parents
from atlas.dataset.tables.courses import Course
from atlas.dataset.validation import rule


def _strands(dataset: Dataset) -> dict[str, list[Course]]:
    found = defaultdict(list)
    for course in dataset.courses.values():
        found[course.of].append(course)
    return found


def _downstream(strands: Iterable[Course], entered: set[str]) -> set[str]:
    """The waypoints on these strands at or distal to those that are `entered`."""
    found: set[str] = set()
    before = -1
    while len(found) > before:
        before = len(found)
        for course in strands:
            joined = next((k for k, point in enumerate(course.through) if point in entered or point in found), None)
            if joined is not None:
                found.update(course.through[joined:])
    return found


def reached_waypoints(dataset: Dataset) -> dict[tuple[str, str], set[str]]:
    """(root, root or segment) → the waypoints of it that an unbroken course from the root reaches.

    Empty if the segments form a cycle.
    """
    strands, parents = _strands(dataset), segment_parents(dataset)
    found: dict[tuple[str, str], set[str]] = {}
    order = proximal_to_distal(parents)
    if order is None:
        return found
    for root in dataset.roots:
        found[root, root] = {point for course in strands[root] for point in course.through}
        for node in order:
            if node not in dataset.roots:
                above = (found.get((root, parent), set()) for parent in parents[node])
                found[root, node] = _downstream(strands[node], set().union(*above))
    return found


@rule
def every_segment_has_a_course(dataset: Dataset) -> Iterator[Problem]:
    if not dataset.courses:
        return
    drawn = {course.of for course in dataset.courses.values()}
    for table in ("roots", "segments"):
        for id_, record in dataset.records[table].items():
            if id_ not in drawn:
                right = "add a row to figure_source/courses.csv with at least two waypoints"
                yield record.problem("id", f"'{id_}' has no course", right)


@rule
def a_course_has_two_ends(dataset: Dataset) -> Iterator[Problem]:
    for key, course in dataset.courses.items():
        if len(course.through) < 2:
            wrong, right = "one point is not a line", "name at least two waypoints"
            yield dataset.records["courses"][key].problem("through", wrong, right)


@rule
def courses_are_unbroken(dataset: Dataset) -> Iterator[Problem]:
    reached = reached_waypoints(dataset) if dataset.courses else {}
    for key, course in dataset.courses.items():
        segment = dataset.segments.get(course.of)
        if not segment or not course.through or not reached:
            continue
        start = course.through[0]
        if not any(start in reached[root, course.of] for root in dataset.roots):
            upstream = " or ".join(segment.upstream)
            wrong = f"'{start}' is not a waypoint of {upstream}, nor of another strand that continues it"
            yield dataset.records["courses"][key].problem("through", wrong, "start at a waypoint of what is upstream")


@rule
def every_root_of_a_nerve_reaches_it(dataset: Dataset) -> Iterator[Problem]:
    reached = reached_waypoints(dataset) if dataset.courses else {}
    if not reached:
        return
    bits = root_bits(dataset)
    reach = reaching_roots(segment_parents(dataset), bits, nerve_roots(dataset))
    for id_, segment in dataset.segments.items():
        nerve = dataset.nerves.get(segment.nerve)
        for root in nerve.roots if nerve else ():
            if bits.get(root, 0) & reach[id_] and not reached[root, id_]:
                wrong = f"no unbroken course connects {root} to '{id_}', although {root} is a root of its nerve"
                yield dataset.records["segments"][id_].problem("id", wrong, "connect the courses between them")


@rule
def sites_lie_on_their_nerves(dataset: Dataset) -> Iterator[Problem]:
    strands = _strands(dataset)
    for key, place in dataset.site_places.items():
        site = dataset.sites.get(place.site)
        passed = {point for id_ in (site.on if site else ()) for course in strands[id_] for point in course.through}
        if site and place.at not in passed:
            wrong = f"'{place.at}' is not a waypoint of {' or '.join(site.on) or 'any nerve'}"
            yield dataset.records["site_places"][key].problem("at", wrong, "name a waypoint of the nerve")
