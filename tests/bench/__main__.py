"""`make bench`: every timing of the atlas, each next to an alternative, into BENCHMARKS.md.

`python -m tests.bench [PART …]`; without a part, all but the long ones, `crowd` and `soak`.
"""

import argparse

from tests.bench.clicks import clicks
from tests.bench.first import first, memory
from tests.bench.growth import growth
from tests.bench.lighthouse import lighthouse
from tests.bench.queries import queries
from tests.bench.rooms import rooms
from tests.bench.serving import crowd, serving
from tests.bench.soak import soak
from tests.bench.solid import solid
from tests.bench.startup import startup

PARTS = {
    "clicks": clicks,
    "first": first,
    "solid": solid,
    "lighthouse": lighthouse,
    "serving": serving,
    "rooms": rooms,
    "memory": memory,
    "growth": growth,
    "queries": queries,
    "startup": startup,
}


def main() -> None:
    """Run the requested parts."""
    reader = argparse.ArgumentParser(prog="make bench", description=__doc__.split("\n")[0])
    reader.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join([*PARTS, 'crowd', 'soak'])}")
    reader.add_argument("--seconds", type=int, default=60, help="how long each run of `crowd` lasts")
    reader.add_argument("--minutes", type=float, default=30, help="how long `soak` lasts")
    asked = reader.parse_args()
    long = {"crowd": lambda: crowd(asked.seconds), "soak": lambda: soak(asked.minutes)}
    known = PARTS | long
    if unknown := [name for name in asked.parts if name not in known]:
        reader.error(f"there is no part {', '.join(unknown)}; the parts are {', '.join(known)}")
    for name in asked.parts or PARTS:
        if known[name]() is False:
            raise SystemExit(f"{name}: outside its bounds, see BENCHMARKS.md")


if __name__ == "__main__":
    main()
