"""The programs and notebooks of `examples/` as pages of the documentation."""

from __future__ import annotations

import ast
import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "examples"
EXAMPLES = tuple(sorted((*FOLDER.glob("*.py"), *FOLDER.glob("*.ipynb"))))


def _program_page(path: Path) -> str:
    text = path.read_text("utf-8")
    about = (ast.get_docstring(ast.parse(text)) or "").strip()
    return f"# {path.name}\n\n{about}\n\n```sh\npython examples/{path.name}\n```\n\n```python\n{text.strip()}\n```\n"


def _notebook_page(path: Path) -> str:
    parts = []
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        text = "".join(cell["source"]).strip()
        parts.append(text if cell["cell_type"] == "markdown" else f"```python\n{text}\n```")
    parts.insert(1, f"Open `examples/{path.name}` in Jupyter to run it.")
    return "\n\n".join(parts) + "\n"


def example_page(path: Path) -> str:
    """The page of a program or of a notebook, in Markdown."""
    return _notebook_page(path) if path.suffix == ".ipynb" else _program_page(path)
