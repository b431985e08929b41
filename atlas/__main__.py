"""The entry point of the command line: `nerve-atlas` and `python -m atlas`."""

from atlas.cli import main

if __name__ == "__main__":
    main(prog_name="nerve-atlas")
