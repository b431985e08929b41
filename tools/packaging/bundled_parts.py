"""What the atlas ships that no package manager knows of, from parts.csv: scripts by others, data, meshes.

`version` may be a table of entries that tells it. `place`: files in the source, or `package:file` in what is installed.
"""

import csv
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from tools.packaging.update_locks import ROOT

PARTS = Path(__file__).with_name("bundled_parts.csv")


def rows() -> list[dict[str, str]]:
    """The rows of parts.csv, with every version filled in."""
    with PARTS.open(encoding="utf-8", newline="") as file:
        return [{**row, "version": version_of(row["version"])} for row in csv.DictReader(file)]


def version_of(told: str) -> str:
    """A version as it is, or what the entry `version` of a table says."""
    if not told.endswith(".csv"):
        return told
    with (ROOT / told).open(encoding="utf-8", newline="") as file:
        return next(row[1] for row in csv.reader(file) if row[0] == "version")


def content(row: dict[str, str]) -> list[bytes]:
    """What stands at the place of a part. Raises ValueError when nothing does, or another version."""
    package, _, name = row["place"].rpartition(":")
    if not package:
        found = [path for pattern in row["place"].split(";") for path in sorted(ROOT.glob(pattern))]
        held = [path.read_bytes() for path in found]
    else:
        file = files(package) / name
        held = [file.read_bytes()] if file.is_file() else []
        if held and row["version"] not in name and row["version"].encode() not in held[0][:200]:
            raise ValueError(f"{row['place']} is no longer {row['name']} {row['version']}; correct parts.csv")
    if not held:
        raise ValueError(f"parts.csv names {row['place']}, and there is nothing")
    return held


def holder(part: dict) -> str:
    """The installed package inside which a part stands; empty for what stands in the source."""
    return part["properties"][0]["value"].rpartition(":")[0]


def component(row: dict[str, str]) -> dict:
    """A part as CycloneDX has it."""
    held, licence = content(row), row["licence"]
    made = {
        "type": row["type"],
        "bom-ref": f"{row['name']}@{row['version']}",
        "name": row["name"],
        "version": row["version"],
        "authors": [{"name": row["author"]}],
        "description": row["note"],
        "licenses": [{"expression": licence} if " " in licence else {"license": {"id": licence}}],
        "properties": [{"name": "nerve-atlas:place", "value": row["place"]}],
    }
    if len(held) == 1 and row["type"] == "library":
        made["hashes"] = [{"alg": "SHA-256", "content": sha256(held[0]).hexdigest()}]
    if row["purl"]:
        made["purl"] = f"{row['purl']}@{row['version']}"
    if row["home"]:
        made["externalReferences"] = [{"type": "website", "url": row["home"]}]
    return made
