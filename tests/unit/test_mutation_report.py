"""The report of `make mutants`: what counts as killed, and how a surviving change is shown."""

from __future__ import annotations

import json
from pathlib import Path

from tests.mutation.javascript_sample import read_report
from tests.mutation.mutants import Mutant, survivors, table


def test_modules_are_counted_and_summed() -> None:
    found = [
        Mutant("b", "1", True),
        Mutant("a", "2", False, "- x"),
        Mutant("b", "3", False, "- y"),
        Mutant("b", "4", True),
    ]
    rows = [line.split() for line in table(found).splitlines()]
    assert rows == [
        ["module", "mutants", "killed", "survived", "score"],
        ["a", "1", "0", "1", "0.0", "%"],
        ["b", "3", "2", "1", "66.7", "%"],
        ["all", "4", "2", "2", "50.0", "%"],
    ]
    assert survivors(found) == "2\n- x\n\n3\n- y"


def test_a_report_of_stryker_is_read(tmp_path: Path) -> None:
    source = "const a = 1;\nconst wide = (one) =>\n  one > a;\n"
    statuses = ["Killed", "Timeout", "NoCoverage", "Survived", "CompileError", "Ignored"]
    places = [((1, 11), (1, 12)), ((2, 14), (3, 10))]  # the 1, and the arrow function
    mutants = [
        {
            "mutatorName": "Some",
            "replacement": "new",
            "status": status,
            "location": {
                "start": dict(zip(("line", "column"), places[n % 2][0], strict=True)),
                "end": dict(zip(("line", "column"), places[n % 2][1], strict=True)),
            },
        }
        for n, status in enumerate(statuses)
    ]
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"files": {"assets/a.js": {"source": source, "mutants": mutants}}}), "utf-8")
    killed, late, uncovered, survived = read_report(path)
    assert [one.killed for one in (killed, late, uncovered, survived)] == [True, True, False, False]
    assert uncovered.name == "assets/a.js:1:11 Some"
    assert uncovered.change == "  const a = 1;\n- 1\n+ new"
    assert survived.change == "  const wide = (one) =>\n- (one) =>\n  one > a\n+ new"
