"""`make sbom`: list what is shipped, and what the lock for hosts puts beside it, as CycloneDX, into dist/.

The licences of packages are those that their own metadata tell, so they must be installed: exactly as locked.
"""

import json
import subprocess
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.packaging import parts
from tools.packaging.lock_file import Pin, asked, pins
from tools.packaging.update_locks import ROOT, settings

WHERE = "nerve-atlas:where"
"""The property of what is installed only elsewhere: its value is the marker that says where."""


def bill() -> dict:
    """The list, the same at each call. Raises ValueError when what is installed is not what is locked."""
    found = installed()
    packages = {canonicalize_name(one["name"]): one for one in found["components"]}
    atlas, shipped = _atlas(), {part["bom-ref"]: part for part in map(parts.component, parts.rows())}
    locks = [locked(pin, packages.get(pin.name)) for pin in pins("host")]
    found["components"] = [*shipped.values(), *locks]
    found["metadata"]["component"] = atlas
    known = {one["bom-ref"] for one in (atlas, *found["components"])}
    edges = {one["ref"]: set(one.get("dependsOn", ())) & known for one in found["dependencies"]}
    # the tool counts every extra; the lock for hosts holds but one
    edges[atlas["bom-ref"]] = {packages[canonicalize_name(one.name)]["bom-ref"] for one in asked("host") if _here(one)}
    for ref, part in shipped.items():
        holder = parts.holder(part)
        edges.setdefault(packages[holder]["bom-ref"] if holder else atlas["bom-ref"], set()).add(ref)
    found["dependencies"] = [{"ref": ref, "dependsOn": sorted(edges.get(ref, ()))} for ref in sorted(known)]
    return found


def installed() -> dict:
    """What is installed beside this very Python, as the tool of CycloneDX reads it."""
    command = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--no-validate"]
    command += ["--spec-version", "1.6", "--output-format", "JSON"]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def locked(pin: Pin, package: dict | None) -> dict:
    """A locked release: as installed, or, where this Python takes another, what the lock tells of it."""
    if pin.applies():
        if package is None or package["version"] != pin.version:
            has = package["version"] if package else "no release"
            raise ValueError(f"{pin.name} {pin.version} is locked, and {has} is installed; begin with make clean")
        return package
    other = {"licenses": package["licenses"]} if package and "licenses" in package else {}
    return other | {
        "type": "library",
        "bom-ref": f"{pin.name}=={pin.version}",
        "name": pin.name,
        "version": pin.version,
        "purl": f"pkg:pypi/{pin.name}@{pin.version}",
        "scope": "optional",
        "properties": [{"name": WHERE, "value": pin.marker}],
    }


def problem(text: str) -> str:
    """What the schema of CycloneDX objects to in a list; nothing if it is valid."""
    objection = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return str(objection).partition("\n")[0] if objection else ""


def main() -> None:
    """Write the list."""
    made = bill()
    text = json.dumps(made, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if objection := problem(text):
        raise SystemExit(f"not valid CycloneDX: {objection}")
    atlas = made["metadata"]["component"]
    path = ROOT / "dist" / f"{atlas['name']}-{atlas['version']}.cdx.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    print(f"{path.relative_to(ROOT)}: {len(made['components'])} parts")


def _here(one: Requirement) -> bool:
    return one.marker is None or one.marker.evaluate()


def _atlas() -> dict:
    told = settings()["metadata"]
    return {
        "type": "application",
        "bom-ref": f"{told['name']}=={told['version']}",
        "name": told["name"],
        "version": told["version"],
        "description": told["description"],
        "licenses": [{"expression": told["license_expression"]}],
        "purl": f"pkg:pypi/{told['name']}@{told['version']}",
    }


if __name__ == "__main__":
    try:
        main()
    except ValueError as refused:
        raise SystemExit(str(refused)) from None
