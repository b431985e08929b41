"""The entry point of the command line: `nerve-atlas` and `python -m atlas`."""

import os

# The atlas uses no plugins of pydantic, and looking for them reads the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from atlas.cli import main

if __name__ == "__main__":
    main(prog_name="nerve-atlas")
