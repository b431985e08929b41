"""`make cases`: print how often the stated lesion comes first and among the first three."""

from __future__ import annotations

import sys
from pathlib import Path

from atlas import Atlas
from tests.cases import FOLDER, outcomes, read_cases, share


def main(paths: list[Path]) -> None:
    """Run the cases of each file, and say which ones go wrong."""
    atlas = Atlas.load()
    for path in paths:
        found = outcomes(atlas, read_cases(path))
        print(f"{path.name}: {len(found)} cases, top-1 {share(found, 1):.0%}, top-3 {share(found, 3):.0%}")
        for one in found:
            if not one.among(1):
                print(f"  {one.id}: {', '.join(sorted(one.right))} expected, answered {', '.join(one.answered[:3])}")
            if one.out_of_graph and not one.flagged:
                print(f"  {one.id}: leaves the map, and no red flag was raised")


if __name__ == "__main__":
    main([Path(word) for word in sys.argv[1:]] or sorted(FOLDER.glob("*.json")))
