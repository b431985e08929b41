"""The page that `make browsers` writes: what was taken, what a browser lacks, what went wrong."""

from tests.browsers.report import Run, page

PATHS = {"select": "A root", "3-D": "The body"}


def table(*runs: Run) -> list[str]:
    text = page("2026-12-01", {"Alpha": "1.2", "Beta": "not available here: no display"}, list(runs), PATHS)
    assert "- Alpha: 1.2\n- Beta: not available here: no display" in text and "2026-12-01" in text
    return text[text.index("| path") :].splitlines()


def test_each_path_is_a_row_and_each_run_a_column() -> None:
    wide, small = (
        Run("Alpha", "9 × 9", {"select": "", "3-D": "– no | cards"}),
        Run("Alpha", "4 × 9", {"select": "gone"}),
    )
    assert table(wide, small) == [
        "| path | Alpha, 9 × 9 | Alpha, 4 × 9 |",
        "|---|---|---|",
        "| **select**: A root | ✓ | ✗ (1) |",
        "| **3-D**: The body | – (2) | – (3) |",
        "",
        "1. gone",
        "2. no \\| cards",
        "3. not run",
    ]


def test_what_several_runs_say_is_noted_once() -> None:
    runs = [Run("Alpha", size, {"select": "gone", "3-D": ""}) for size in ("9 × 9", "4 × 9")]
    rows = table(*runs)
    assert rows[2] == "| **select**: A root | ✗ (1) | ✗ (1) |" and rows[-1] == "1. gone"
