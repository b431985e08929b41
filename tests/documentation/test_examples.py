"""The notebooks run from top to bottom, and each cell that should say something does."""

from pathlib import Path

import pytest

from tools.docs.source_pages import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.ipynb")), ids=lambda path: path.name)
def test_a_notebook_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbclient
    import nbformat

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT)}}).execute()
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert sum(bool(cell.outputs) for cell in code) >= len(code) - 1, "only the cell that imports says nothing"
    assert any("text/html" in output.get("data", {}) for cell in code for output in cell.outputs)
