"""`python -m tools.figures`: draw the figures again, or with --check compare the committed ones with a new drawing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from atlas.replace_file import replace_file
from atlas.resources import resource_dir


def main(arguments: list[str] | None = None) -> int:
    """Draw or check the figures. Returns 0 on success, 1 if a figure differs, 2 if it cannot be drawn."""
    parser = argparse.ArgumentParser(prog="python -m tools.figures", description=__doc__)
    parser.add_argument(
        "view", nargs="*", help="ids of views in figure_source/cameras.csv, or solid for the mesh files (default: all)"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a committed figure differs")
    parser.add_argument("--data", type=Path, help="the data folder (default: the atlas's own)")
    chosen = parser.parse_args(arguments)
    folder = chosen.data or resource_dir("data")
    try:
        from tqdm import tqdm

        from tools.body.nerves.waypoints import CourseError
        from tools.body.skin.geodesics import BorderError
        from tools.body.skin.mesh_package import MeshPackageError
        from tools.body.tables import FigureConfig
        from tools.figures.build import FOLDER, SOLID, figures, same
    except ModuleNotFoundError as error:
        print(f"the module {error.name} is missing; run pip install -e '.[figures]'", file=sys.stderr)
        return 2
    differing = []
    try:
        config = FigureConfig.read(folder)
        known = [*(view.id for view in config.views), SOLID]
        unknown = set(chosen.view) - set(known)
        if unknown:
            print(f"unknown view: {', '.join(sorted(unknown))}; the views are {', '.join(known)}", file=sys.stderr)
            return 2
        with tqdm(total=len(set(chosen.view) or known), unit="figure", desc="skin") as bar:
            for view, files in figures(folder, chosen.view):
                bar.set_description(view)
                if files is None:
                    continue
                bar.update()
                for name, content in files.items():
                    path = folder / FOLDER / name
                    if not chosen.check:
                        path.parent.mkdir(exist_ok=True)
                        replace_file(path, content if isinstance(content, bytes) else content.encode("utf-8"))
                    elif not path.is_file() or not same(content, path.read_bytes()):
                        differing.append(path)
    except (BorderError, CourseError, MeshPackageError, FileNotFoundError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyError as missing:
        print(f"{folder}: a table of figure_source has no row or column {missing}", file=sys.stderr)
        return 2
    for path in differing:
        print(f"{path}: differs from a new drawing; run python -m tools.figures")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
