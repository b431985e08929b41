"""Nerves run from root to last branch without a break, and sites lie on the nerves they are said to be on."""

from __future__ import annotations

from collections import defaultdict

import networkx as nx

from atlas.dataset.segment_graph import reaching_roots, root_bits, segment_graph
from atlas.dataset.validation import rule


def _strands(dataset) -> dict[str, list]:
    found = defaultdict(list)
    for course in dataset["courses"].values():
        found[course.of].append(course)
    return found


def _run_through(strands, entered: set[str]) -> set[str]:
    """The waypoints that can be come to along these strands, onwards from those that are `entered`."""
    found, before = set(), -1
    while len(found) > before:
        before = len(found)
        for course in strands:
            joined = next((k for k, mark in enumerate(course.through) if mark in entered or mark in found), None)
            if joined is not None:
                found.update(course.through[joined:])
    return found


def reached(dataset) -> dict[tuple[str, str], set[str]]:
    """(root, root or segment) → the waypoints of it to which an unbroken course leads from the root."""
    strands, graph = _strands(dataset), segment_graph(dataset)
    found: dict[tuple[str, str], set[str]] = {}
    if not nx.is_directed_acyclic_graph(graph):
        return found
    order = list(nx.topological_sort(graph))
    for root in dataset["roots"]:
        found[root, root] = {mark for course in strands[root] for mark in course.through}
        for node in order:
            if node not in dataset["roots"]:
                above = (found.get((root, parent), set()) for parent in graph.predecessors(node))
                found[root, node] = _run_through(strands[node], set().union(*above))
    return found


@rule
def every_segment_has_a_course(dataset):
    if not dataset["courses"]:
        return
    drawn = {course.of for course in dataset["courses"].values()}
    for table in ("roots", "segments"):
        for id_ in dataset[table]:
            if id_ not in drawn:
                right = "add a row to figure_source/courses.csv, through two waypoints or more"
                yield dataset.records[table][id_].problem("id", f"'{id_}' has no course", right)


@rule
def a_course_has_two_ends(dataset):
    for key, course in dataset["courses"].items():
        if len(course.through) < 2:
            right = "a course runs through two waypoints or more"
            yield dataset.records["courses"][key].problem("through", "this is a point and not a line", right)


@rule
def courses_are_unbroken(dataset):
    come_to = reached(dataset) if dataset["courses"] else {}
    for key, course in dataset["courses"].items():
        segment = dataset["segments"].get(course.of)
        if not segment or not course.through or not come_to:
            continue
        start = course.through[0]
        if not any(start in come_to[root, course.of] for root in dataset["roots"]):
            wrong = f"'{start}' is no waypoint of {' or '.join(segment.upstream)}, nor of a strand that leads on"
            right = "begin where what lies upstream ends or passes"
            yield dataset.records["courses"][key].problem("through", wrong, right)


@rule
def every_root_of_a_nerve_leads_to_it(dataset):
    if not dataset["courses"]:
        return
    come_to, graph = reached(dataset), segment_graph(dataset)
    if not come_to:
        return
    bits = root_bits(dataset)
    arrives = reaching_roots(graph, bits)
    for id_, segment in dataset["segments"].items():
        nerve = dataset["nerves"].get(segment.nerve)
        for root in nerve.roots if nerve else ():
            if bits.get(root, 0) & arrives[id_] and not come_to[root, id_]:
                wrong = f"no unbroken course leads from {root} to '{id_}', though {root} is a root of its nerve"
                yield dataset.records["segments"][id_].problem("id", wrong, "join the courses between them")


@rule
def sites_lie_on_their_nerves(dataset):
    strands = _strands(dataset)
    for key, place in dataset["site_places"].items():
        site = dataset["sites"].get(place.site)
        passed = {mark for id_ in (site.on if site else ()) for course in strands[id_] for mark in course.through}
        if site and place.at not in passed:
            wrong = f"'{place.at}' is no waypoint of {' or '.join(site.on) or 'any nerve'}"
            yield dataset.records["site_places"][key].problem("at", wrong, "name one that the nerve runs through")
