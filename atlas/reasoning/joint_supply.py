"""Which nerves feel which joint: the rows of each joint, of each nerve, and joints by their names."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.dataset.dataset import Dataset
from atlas.dataset.suggestions import id_by_name
from atlas.dataset.tables.joint_supply import JointSupply


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
    names = {id_: (row.name, *row.synonyms) for id_, row in dataset.supplied_joints.items()}
    return id_by_name(names, name, "joint", "the joints")
