"""The seal of a data folder: the SHA-256 of each of its files, in the form that `sha256sum -c` reads too.

A folder without a seal is read as it is; the one that the package carries must have one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from hashlib import sha256
from pathlib import Path

from atlas.facts.problems import Problem
from atlas.facts.seal_lines import NAME as LINES
from atlas.facts.seal_lines import first_change, write_lines
from atlas.places import resource_dir

NAME = "MANIFEST.sha256"
_LINE = re.compile(r"([0-9a-f]{64})  ([^\r\n]+)")
_CACHE = "__pycache__"


def _own(folder: Path) -> bool:
    return folder.resolve() == resource_dir("data").resolve()


def _mend(folder: Path) -> str:
    command = "nerve-atlas seal" if _own(folder) else f"nerve-atlas seal {folder}"
    return f"if that is meant, run `{command}`; else put back what was sealed"


def _counts(path: Path) -> bool:
    """What editors and systems leave beside the files is none of the data."""
    hidden = any(part.startswith((".", "~")) or part == _CACHE for part in path.parts)
    return not hidden and not path.name.endswith("~") and path.as_posix() != NAME


def digests(folder: Path, only: Collection[str] | None = None) -> dict[str, str]:
    """Path within the folder → SHA-256 of the file, in the order of the paths. `only`: of these, as far as they are."""
    if only is None:
        files = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
        names = [path.as_posix() for path in files if _counts(path)]
    else:
        names = [name for name in only if (folder / name).is_file()]
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in sorted(names)}


def hash_of(found: dict[str, str]) -> str:
    """One hash over all files: that of the seal as it would be written."""
    return sha256(_written(found).encode()).hexdigest()


def _written(found: dict[str, str]) -> str:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(found.items()))


def seal(folder: Path) -> dict[str, str]:
    """Write the seal of a folder as it is now, and the digests of its lines; returns what is in it."""
    write_lines(folder, digests(folder))
    found = digests(folder)
    (folder / NAME).write_text(_written(found), "utf-8", newline="\n")
    return found


def reseal(folder: Path, written: Iterable[Path]) -> None:
    """Put files that were written on purpose into the seal of a folder, and no others; nothing where there is none."""
    sealed, broken = _sealed(folder)
    if sealed is None or broken:
        return
    names = [path.resolve().relative_to(folder.resolve()).as_posix() for path in written]
    if digests(folder, [LINES]).items() <= sealed.items():
        write_lines(folder, names, besides=True)
        names.append(LINES)
    text = _written(sealed | digests(folder, names))
    (folder / NAME).write_text(text, "utf-8", newline="\n")


def _sealed(folder: Path) -> tuple[dict[str, str] | None, list[Problem]]:
    """What the seal holds, None where there is none; and what is wrong with the seal itself."""
    try:
        text = (folder / NAME).read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None, []
    except (OSError, UnicodeDecodeError) as error:
        return {}, [Problem(NAME, 1, 1, f"cannot be read ({type(error).__name__})", _mend(folder))]
    sealed, problems = {}, []
    for number, line in enumerate(text.split("\n")[:-1] if text.endswith("\n") else text.split("\n"), 1):
        found = _LINE.fullmatch(line)
        if found is None or found[2] in sealed:
            problems.append(Problem(NAME, number, 1, "no SHA-256, two spaces and a path of its own", _mend(folder)))
        else:
            sealed[found[2]] = found[1]
    return sealed, problems


def _changed(folder: Path, name: str, sealed: Collection[str], right: str) -> Problem:
    wrong = "the file was changed after it was sealed"
    place = first_change(folder, name, sealed)
    if place is None:
        return Problem(name, 1, 1, wrong, right)
    if place.last > place.first:
        wrong += f", in the lines from here to {place.last}"
    return Problem(name, place.first, place.column, wrong, right)


def broken_seal(folder: Path, only: Collection[str] | None = None) -> list[Problem]:
    """Each file that is not as it was sealed, and from which line on. `only`: look at these alone."""
    sealed, problems = _sealed(folder)
    right = _mend(folder)
    if sealed is None:
        return [Problem(NAME, 1, 1, "the seal of the data is missing", right)] if _own(folder) else []
    try:
        found = digests(folder, only)
    except OSError as error:
        return [Problem(str(error.filename), 1, 1, f"cannot be read ({type(error).__name__})", right)]
    for name in sorted({*found, *(sealed if only is None else only)}):
        if name not in found:
            problems.append(Problem(name, 1, 1, "the file was sealed and is missing", right))
        elif name not in sealed:
            problems.append(Problem(name, 1, 1, "the file was never sealed", right))
        elif found[name] != sealed[name]:
            problems.append(_changed(folder, name, sealed, right))
    return problems
