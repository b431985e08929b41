"""What machines read about the atlas, all written from `setup.cfg`, `data/sources/edition.csv` and the tables.

`python -m tools.metadata` writes the files; `--check` only compares them.
"""
