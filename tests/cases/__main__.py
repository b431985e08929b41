"""`make cases`: print how often the stated lesion is the first answer and among the first three."""

from __future__ import annotations

import sys
from pathlib import Path

from atlas import Atlas
from tests.cases import CASES_FOLDER, read_cases, run_cases, success_rate


def main(paths: list[Path]) -> None:
    """Run the cases of each file and list those that fail."""
    atlas = Atlas.load()
    for path in paths:
        cases = [case for case in read_cases(path) if "emergency" not in case]  # a vignette states no lesion
        if not cases:
            print(f"{path.name}: no case states a lesion")
            continue
        results = run_cases(atlas, cases)
        first, first_three = success_rate(results, 1), success_rate(results, 3)
        print(f"{path.name}: {len(results)} cases, top-1 {first:.0%}, top-3 {first_three:.0%}")
        for result in results:
            if not result.in_top(1):
                expected, answered = ", ".join(sorted(result.right)), ", ".join(result.answered[:3])
                print(f"  {result.id}: expected {expected}, answered {answered}")
            if result.misses_red_flag:
                print(f"  {result.id}: the lesion is off the nerves, but no red flag was raised")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]] or sorted(CASES_FOLDER.glob("*.json")))
