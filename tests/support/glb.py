"""A GLB file, taken apart as the specification of glTF 2.0 describes it."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

_MAGIC, _VERSION, _JSON, _BINARY = 0x46546C67, 2, 0x4E4F534A, 0x004E4942
_TYPES = {5121: "u1", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}


class Node(NamedTuple):
    """A mesh of the scene: its group and name, points (n, 3), normals (n, 3), triangles (m, 3), material and extras."""

    group: str
    name: str
    points: np.ndarray
    normals: np.ndarray
    faces: np.ndarray
    material: dict[str, Any]
    extras: dict[str, Any]


class Glb(NamedTuple):
    """What the file says of itself, and its meshes."""

    asset: dict[str, Any]
    nodes: list[Node]


def read_glb(path: Path) -> Glb:
    """Read a file; fails where its header, chunks or references are wrong."""
    data = path.read_bytes()
    magic, version, length = struct.unpack_from("<III", data)
    assert (magic, version, length) == (_MAGIC, _VERSION, len(data))
    size, kind = struct.unpack_from("<II", data, 12)
    assert kind == _JSON and size % 4 == 0
    document = json.loads(data[20 : 20 + size])
    binary_size, kind = struct.unpack_from("<II", data, 20 + size)
    start = 28 + size
    assert kind == _BINARY and start + binary_size == len(data)
    assert [len(document[name]) for name in ("scenes", "buffers")] == [1, 1]
    assert 0 <= binary_size - document["buffers"][0]["byteLength"] < 4

    def values(number: int) -> np.ndarray:
        accessor = document["accessors"][number]
        view = document["bufferViews"][accessor["bufferView"]]
        width = _WIDTHS[accessor["type"]]
        offset = view.get("byteOffset", 0) + accessor.get("byteOffset", 0)
        kind_ = np.dtype(_TYPES[accessor["componentType"]])
        assert offset + accessor["count"] * width * kind_.itemsize <= document["buffers"][0]["byteLength"]
        found = np.frombuffer(data, kind_, accessor["count"] * width, start + offset)
        return found.reshape(-1, width)

    def walk(number: int, group: str) -> list[Node]:
        node, found = document["nodes"][number], []
        if "mesh" in node:
            for primitive in document["meshes"][node["mesh"]]["primitives"]:
                assert primitive.get("mode", 4) == 4, "triangles"
                of = primitive["attributes"]
                shape = values(of["POSITION"]), values(of["NORMAL"]), values(primitive["indices"]).reshape(-1, 3)
                material = document["materials"][primitive["material"]]
                found.append(Node(group, node["name"], *shape, material, node.get("extras", {})))
        return found + [one for child in node.get("children", []) for one in walk(child, node["name"])]

    return Glb(document["asset"], [one for root in document["scenes"][0]["nodes"] for one in walk(root, "")])
