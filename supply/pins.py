"""What the locks say: each release that is installed, where it is, and the hashes that it must have."""

import re
from typing import NamedTuple

from packaging.markers import Marker
from packaging.utils import canonicalize_name

from supply.locking import lock_of

_PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>.+?))? \\\n(?P<hashes>(?:    --hash=\S+.*\n)+)",
    re.M,
)


class Pin(NamedTuple):
    """One release in a lock."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def applies(self) -> bool:
        """Whether it is installed for this Python on this system."""
        return not self.marker or Marker(self.marker).evaluate()


def pins(extra: str) -> list[Pin]:
    """The releases that a lock names. Raises ValueError when a line of it says anything else."""
    text = lock_of(extra).read_text("utf-8")
    found = []
    for match in _PIN.finditer(text):
        hashes = tuple(re.findall(r"--hash=(\S+)", match["hashes"]))
        found.append(Pin(canonicalize_name(match["name"]), match["version"], match["marker"] or "", hashes))
    if left := re.sub(r"^ *#.*\n", "", _PIN.sub("", text), flags=re.M).strip():
        raise ValueError(f"{lock_of(extra).name} holds what is no release with its hashes: {left.splitlines()[0]}")
    return found
