"""Which roots run along each stretch of a nerve."""

from dataclasses import dataclass

from tools.body.nerves.carried_roots import carried_roots


@dataclass(frozen=True)
class Line:
    of: str
    through: tuple[str, ...]


def carried(*lines: Line) -> list[list[str]]:
    return [["".join(sorted(roots)) for roots in own] for own in carried_roots(lines, {"A", "B", "C"})]


def test_a_line_carries_the_root_that_it_starts_from() -> None:
    roots = [Line("A", ("a0", "a1", "a2")), Line("B", ("b0", "b1"))]
    assert carried(*roots, Line("skin", ("a1", "s"))) == [["A", "A"], ["B"], ["A"]]


def test_a_root_joins_where_its_line_ends() -> None:
    roots = [Line("A", ("a0", "a1")), Line("B", ("b0", "b1"))]
    trunk = [Line("trunk", ("a1", "join", "end")), Line("trunk", ("b1", "join"))]
    assert carried(*roots, *trunk, Line("nerve", ("end", "n")))[2:] == [["A", "AB"], ["B"], ["AB"]]


def test_lines_that_end_together_do_not_feed_each_other() -> None:
    roots = [Line("A", ("a0", "a1")), Line("B", ("b0", "b1")), Line("C", ("c0", "c1"))]
    plexus = [Line("plexus", ("a1", "end")), Line("plexus", ("b1", "end")), Line("plexus", ("c1", "other"))]
    assert carried(*roots, *plexus, Line("nerve", ("end", "n")))[3:] == [["A"], ["B"], ["C"], ["AB"]]
