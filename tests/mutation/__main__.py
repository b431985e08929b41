"""`make mutants`: test a sample of small changes, print how many the tests notice, and write the others down.

The survivors are in build/mutants/survivors.txt. docs/mutation-tests.md says what was reached and which survivors are the same program.
"""

from __future__ import annotations

import argparse
import random

from tests.mutation import javascript_sample, python_sample
from tests.mutation.mutants import ROOT, survivors, table

SURVIVORS = ROOT / "build/mutants/survivors.txt"
SAMPLES = {"python": python_sample.run_sample, "javascript": javascript_sample.run_sample}


def main() -> None:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000), help="draws this sample again")
    parser.add_argument("--sample", type=int, default=60, help="how many mutants of each language (60)")
    parser.add_argument("--only", choices=SAMPLES, help="one language")
    chosen = parser.parse_args()
    languages = [chosen.only] if chosen.only else list(SAMPLES)
    found = [mutant for language in languages for mutant in SAMPLES[language](chosen.seed, chosen.sample)]
    SURVIVORS.parent.mkdir(parents=True, exist_ok=True)
    SURVIVORS.write_text(survivors(found) + "\n", "utf-8")
    print(f"\n{table(found)}\n\nseed {chosen.seed}; the survivors are in {SURVIVORS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
