"""Questions about the examination: which test stretches a nerve, and which nerve a test examines."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from atlas.dataset.tables.examination import ExamTest
from atlas.reasoning.quiz.distractors import similar_nerves
from atlas.reasoning.quiz.eligibility import EligibleFacts
from atlas.reasoning.quiz.question import MIN_WRONG_CHOICES, Question

TENSION = "nerve_tension"
"""The group of tests that stretch nerves."""
_ON_NERVES = (TENSION, "tinel")
"""The groups whose tests stretch, tap or press a nerve."""


class ExamQuestions:
    """Each public method makes the questions of the kind that it is named after. Only rows that were read count."""

    def __init__(self, facts: EligibleFacts):
        self.facts, self.tables, self.words = facts, facts.tables, facts.tables.strings
        self._tests = [row for row in self.tables.exam_tests.values() if row.checked == "read"]

    def test_stretches(self) -> Iterator[Question]:
        """Which test stretches this nerve? A test of a nerve that leads to it or comes from it is no wrong choice."""
        tests = [row for row in self._tests if row.group == TENSION]
        for nerve in self.facts.in_order(nerve for row in tests for nerve in self._nerves(row)):
            right = tuple(row.id for row in tests if nerve in self._nerves(row))
            wrong = tuple(row.id for row in tests if not self._connected(nerve) & set(self._nerves(row)))
            if len(wrong) >= MIN_WRONG_CHOICES:
                reasons = {row.id: self._said(row) for row in tests if row.id in (*right, *wrong)}
                yield Question("test_stretches", nerve, 1, right, wrong, reasons=reasons)

    def nerve_of_test(self) -> Iterator[Question]:
        """Which nerve does this test stretch, tap or press? A nerve that leads to it or comes from it is not wrong."""
        asked = [row for row in self._tests if row.group in _ON_NERVES and self._nerves(row)]
        all_nerves = {nerve for row in asked for nerve in self._nerves(row)}
        for row in asked:
            right = self.facts.in_order(self._nerves(row))
            excluded = {near for nerve in right for near in self._connected(nerve)}
            if row.group == TENSION:  # a stretch of roots reaches all their nerves
                excluded |= {nerve for nerve in all_nerves if set(row.roots) & set(self.tables.nerves[nerve].roots)}
            wrong = similar_nerves(self.facts, right[0], all_nerves - excluded)
            if len(wrong) >= MIN_WRONG_CHOICES:
                reasons = dict.fromkeys(right, self._said(row))
                yield Question("nerve_of_test", row.id, 2, right, wrong, reasons=reasons)

    def _nerves(self, row: ExamTest) -> list[str]:
        """The nerves that a test examines, named themselves or by a segment."""
        segments = self.tables.segments
        named = (segments[id_].nerve if id_ in segments else id_ for id_ in row.targets)
        return [id_ for id_ in dict.fromkeys(named) if id_ in self.tables.nerves]

    def _connected(self, nerve: str) -> set[str]:
        """A nerve, those that it comes from, and those that it leads to."""
        graph = self.facts.nerve_graph
        own = graph.segments_of[nerve]
        near = {node for segment in own for node in (segment, *nx.ancestors(graph.segment_graph, segment))}
        near |= {node for segment in own for node in nx.descendants(graph.segment_graph, segment)}
        return {found for node in near if node in self.tables.segments for found in graph.nerves_of(node)}

    def _said(self, row: ExamTest) -> str:
        names = ", ".join(self.tables.nerves[nerve].name for nerve in self._nerves(row))
        return self.words["quiz.lab.examines"].format(name=row.name, nerves=names, how=row.how)
