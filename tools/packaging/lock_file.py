"""What the locks say: each release that is installed, where it is, and the hashes that it must have."""

import re
from typing import NamedTuple

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.packaging.update_locks import build_requirements, lock_of, settings

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


def asked(extra: str) -> list[Requirement]:
    """What setup.cfg asks for itself, with an extra and the extras that this names, and what building needs."""
    config = settings()
    lines = [*config["options"]["install_requires"].split("\n"), *build_requirements(), f"nerve-atlas[{extra}]"]
    found = []
    while lines:
        if not (line := lines.pop().strip()):
            continue
        one = Requirement(line)
        if one.name == config["metadata"]["name"]:
            lines += [told for name in one.extras for told in config["options.extras_require"][name].split("\n")]
        else:
            found.append(one)
    return found
