"""The gallery: pictures of the atlas, each with the address that shows the same. `pictures.csv` lists them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent
PICTURES = FOLDER.parents[1] / "docs/images/gallery"
HOME = "http://127.0.0.1:8050/"
"""Where `make run` serves the atlas."""
INTRODUCTION = f"""# Gallery

Every state of the page is in its address. `make run` serves the atlas at <{HOME}>; then each picture opens the same
on your computer. On another server, put what follows the last `/` behind its address.
"""


class Picture(NamedTuple):
    """One picture of the gallery. `address`: what follows the address of the atlas; `ready`: what it waits for."""

    name: str
    title: str
    address: str
    ready: str
    says: str


def pictures() -> list[Picture]:
    """The pictures in order."""
    with (FOLDER / "pictures.csv").open(encoding="utf-8", newline="") as file:
        return [Picture(**row) for row in csv.DictReader(file)]


def _figure(picture: Picture) -> str:
    address = picture.address.replace("`", "")
    return (
        f":::{{figure}} images/gallery/{picture.name}.webp\n:alt: {picture.says}\n:target: {HOME}{address}\n\n"
        f"**{picture.title}.** {picture.says}<br>`/{address}`\n:::"
    )


def gallery_page() -> str:
    """The page, in Markdown."""
    figures = "\n\n".join(map(_figure, pictures()))
    return f"{INTRODUCTION}\n::::{{container}} gallery\n{figures}\n::::\n"
