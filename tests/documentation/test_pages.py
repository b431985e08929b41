"""What turns files of the repository into pages of the documentation."""

import json
from pathlib import Path

import pytest

from tools.docs.example_pages import EXAMPLES, example_page
from tools.docs.gallery_page import PICTURES, gallery_page, pictures
from tools.docs.source_pages import ROOT, with_links

LARGEST = 60_000
"""Bytes of a picture of the gallery, which is kept in the repository."""


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("data.md", "[a](../CONTRIBUTING.md#tests)", "[a](contributing.md#tests)"),
        ("how-to/nerve.md", "[a](../../CHANGELOG.md)", "[a](../changelog.md)"),
        ("how-to/nerve.md", "[a](../data.md) [b](muscle.md)", "[a](../data.md) [b](muscle.md)"),
        ("changelog.md", "[a](docs/data.md#limits)", "[a](data.md#limits)"),
        ("contributing.md", "[a](docs/decisions/README.md)", "[a](decisions/README.md)"),
        ("how-to/notebook.md", "[a](../../examples/embed_in_dash.py)", "[a](../examples/embed_in_dash.md)"),
        (
            "data.md",
            "[a](https://example.org/docs/x.md) [b](#limits)",
            "[a](https://example.org/docs/x.md) [b](#limits)",
        ),
        ("data.md", "[a](../setup.cfg)", "[a](../setup.cfg)"),
    ],
)
def test_links_to_files_lead_to_their_pages(page: str, text: str, expected: str) -> None:
    assert with_links(text, page) == expected


def test_a_program_is_shown_with_what_it_says_about_itself(tmp_path: Path) -> None:
    program = tmp_path / "hello.py"
    program.write_text('"""Says hello."""\n\nprint("hello")\n', "utf-8")
    page = example_page(program)
    assert page.startswith("# hello.py\n\nSays hello.\n")
    assert '```python\n"""Says hello."""\n\nprint("hello")\n```' in page


def test_a_notebook_is_shown_as_text_and_code(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# Sums\n", "\n", "Adds."]},
        {"cell_type": "code", "source": ["1 + 1"]},
    ]
    notebook = tmp_path / "sums.ipynb"
    notebook.write_text(json.dumps({"cells": cells}), "utf-8")
    assert example_page(notebook) == (
        "# Sums\n\nAdds.\n\nOpen `examples/sums.ipynb` in Jupyter to run it.\n\n```python\n1 + 1\n```\n"
    )


@pytest.mark.parametrize("path", [path for path in EXAMPLES if path.suffix == ".ipynb"], ids=lambda path: path.name)
def test_notebooks_are_kept_without_outputs(path: Path) -> None:
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        assert not cell.get("outputs") and cell.get("execution_count") is None


def test_the_gallery_has_twelve_small_pictures_with_different_addresses() -> None:
    listed = pictures()
    assert len(listed) == len({picture.address for picture in listed}) == 12
    files = {path.stem: path.stat().st_size for path in PICTURES.glob("*.webp")}
    assert set(files) == {picture.name for picture in listed}
    assert not {name: size for name, size in files.items() if size > LARGEST}


def test_the_gallery_page_links_each_picture_to_its_state() -> None:
    page = gallery_page()
    for picture in pictures():
        assert f":target: http://127.0.0.1:8050/{picture.address}\n" in page
        assert f":alt: {picture.says}\n" in page


def test_make_docs_writes_where_git_does_not_look() -> None:
    assert "build/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
