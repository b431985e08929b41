"""`make fuzz`: the large numbers; exit code 1 if anything came back that should not. `--seed` draws others."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from atlas.resources import resource_dir
from atlas.web.app import create_app
from atlas.web.pwa import needed_files
from tests.fuzz.addresses import addresses
from tests.fuzz.asking import Asker
from tests.fuzz.bodies import bodies
from tests.fuzz.files import Spoilt, resealed, sealed
from tests.fuzz.wire import torn
from tests.support.limbs import TINY, copy_of


def known(server) -> list[str]:
    """Addresses that are answered."""
    page = server.test_client().get("/").text
    own = (
        "/",
        "/de/",
        "/es",
        "/healthz",
        "/robots.txt",
        "/_dash-layout",
        "/_dash-dependencies",
        "/_dash-update-component",
    )
    return [*own, "/assets/atlas.css", *(file.removeprefix(".") for file in needed_files(page))]


def _asked(title: str, asker: Asker, requests) -> bool:
    began, count = time.monotonic(), 0
    with asker:
        for asked in requests:
            asker.ask(asked)
            count += 1
    statuses = ", ".join(f"{status} × {many}" for status, many in sorted(asker.statuses.items()))
    print(f"{count} {title}: {statuses}; wrong: {dict(asker.wrong) or 'nothing'}; {time.monotonic() - began:.0f} s")
    for line in asker.told:
        print(f"  {line}")
    return not asker.wrong


def _spoilt(title: str, found: Spoilt, all_refused: bool) -> bool:
    kept = sum(found.kept.values())
    print(
        f"{found.count} {title}: {found.refused} refused ({found.refused / max(1, found.count):.1%}), "
        f"{found.placed} with file and place, {kept} still sound, {len(found.wrong)} wrong"
    )
    for line in found.wrong:
        print(f"  {line}")
    right = found.placed == found.refused and found.refused + kept == found.count
    return right and not found.wrong and not (all_refused and kept)


def main(arguments: list[str] | None = None) -> int:
    """Send everything; 0 when all of it was refused or answered as it should be."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--bodies", type=int, default=100_000)
    parser.add_argument("--addresses", type=int, default=20_000)
    parser.add_argument("--files", type=int, default=10_000, help="of the real data, under their seal")
    parser.add_argument("--resealed", type=int, default=5_000, help="of a small limb, for the checker alone")
    parser.add_argument("--wire", type=int, default=1_000, help="torn requests to the server itself")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    server, right = create_app(TINY).server, []
    right.append(_asked("bodies", Asker(server), bodies(chosen.bodies, chosen.seed)))
    right.append(_asked("addresses", Asker(server), addresses(chosen.addresses, known(server), chosen.seed)))
    right.append(torn(chosen.wire, chosen.seed))
    with tempfile.TemporaryDirectory() as made:
        real = Path(shutil.copytree(resource_dir("data"), Path(made) / "data"))
        right.append(_spoilt("files under their seal", sealed(real, chosen.files, chosen.seed), True))
        tiny = copy_of(TINY, Path(made))
        right.append(_spoilt("files sealed anew", resealed(tiny, chosen.resealed, chosen.seed), False))
        more = chosen.resealed // 20
        right.append(_spoilt("files of the real data sealed anew", resealed(real, more, chosen.seed), False))
    return not all(right)


if __name__ == "__main__":
    sys.exit(main())
