"""Which nerves feel which joint: the rows of each joint, of each nerve, and joints by their names."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from atlas.dataset.dataset import Dataset
from atlas.dataset.tables.joint_supply import JointSupply

NEAR = 0.7
"""How much alike a misspelt name and the one that is suggested for it are, from 0 to 1."""


def joint_supply(dataset: Dataset) -> dict[str, tuple[JointSupply, ...]]:
    """Joint → its rows; joints and rows as in their files."""
    found: dict[str, list[JointSupply]] = {joint: [] for joint in dataset.supplied_joints}
    for row in dataset.joint_supply.values():
        found[row.joint].append(row)
    return {joint: tuple(rows) for joint, rows in found.items()}


def joints_of(dataset: Dataset, nerve: str) -> dict[str, tuple[JointSupply, ...]]:
    """The joints that a nerve feels, each with the rows of that nerve."""
    found = {joint: tuple(row for row in rows if row.nerve == nerve) for joint, rows in joint_supply(dataset).items()}
    return {joint: rows for joint, rows in found.items() if rows}


def is_certain(rows: Iterable[JointSupply]) -> bool:
    """Whether at least one row is of the usual anatomy and no sources differ on it."""
    return any(row.confidence != "variable" and not row.variant for row in rows)


def find_joint(dataset: Dataset, name: str) -> str:
    """The id of a joint by its id, name or synonym, whatever the case. Raises ValueError, which says what is near."""
    wanted = _folded(name)
    ids: dict[str, str] = {}
    for id_, row in dataset.supplied_joints.items():
        for known in (id_, row.name, *row.synonyms):
            ids.setdefault(_folded(known), id_)
    if wanted in ids:
        return ids[wanted]
    near = get_close_matches(wanted, ids, 1, NEAR)
    right = f"did you mean '{near[0]}'? " if near else ""
    raise ValueError(f"there is no joint '{name}'; {right}the joints are {', '.join(dataset.supplied_joints)}")


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())
