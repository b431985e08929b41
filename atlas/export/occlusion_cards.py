"""Cards on which the root or nerve of a patch is hidden, as Anki's own notes for image occlusion.

A note is one view coloured by roots or by nerves. Each of its cards asks about the patches that have the same mark and
hides all others too, so that no neighbour gives the answer away. The masks are polygons that Anki's editor can change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from types import ModuleType
from typing import Any

from atlas.api import Atlas
from atlas.dataset.rows import Claim
from atlas.dataset.sides import RIGHT, on_side
from atlas.export.question_bank.outlines import Outlines, Ring, has_skin, outlines
from atlas.export.question_bank.wording import Wording
from atlas.figures.skin_colours import NERVES, skin_nerves, skin_styles
from atlas.figures.standalone import standalone_text, styled_figure
from atlas.figures.svg_files import group_shapes

MODEL_ID = 1_640_983_127
"""A random number that must never change: Anki recognises an imported kind of note by it."""
_STOCK_KIND = 6
"""Anki's number of its own kind of note for image occlusion; only such notes open in its editor of masks."""
_FIELDS = ("Occlusion", "Image", "Header", "Back Extra", "Comments")
"""Anki knows the fields by their order. The last one may be deleted."""
_FRONT = """{{#Header}}<div>{{Header}}</div>{{/Header}}
<div style="display: none">{{cloze:Occlusion}}</div>
<div id="image-occlusion-container">{{Image}}<canvas id="image-occlusion-canvas"></canvas></div>
<div id="old" hidden>%s</div>
<script>try { anki.imageOcclusion.setup(); } catch { document.getElementById("old").hidden = false; }</script>
"""
_BACK = '<div><button id="toggle">%s</button></div>{{#Back Extra}}<div>{{Back Extra}}</div>{{/Back Extra}}'
_STYLE = """
.card { font-family: sans-serif; font-size: 20px; text-align: center; }
#image-occlusion-canvas { --inactive-shape-color: #ffeba2; --active-shape-color: #ff8e8e; }
"""


@dataclass(frozen=True)
class Masked:
    """One view with masks. masks: mark → the patches that have it, which one card asks about."""

    view: str
    layer: str
    masks: dict[str, tuple[str, ...]]
    svg: str

    @property
    def id(self) -> str:
        """An id that stays the same as long as the note shows the same thing."""
        return f"occlusion.{'nerves' if self.layer == NERVES else 'roots'}.{self.view}"


def masked_views(atlas: Atlas, side: str = RIGHT) -> Iterator[Masked]:
    """Every view with skin, by roots and by nerves. A mark is hidden where it is drawn and its row was read."""
    for layer in (atlas.default_map, NERVES):
        styles = skin_styles(atlas)[layer]
        for view in atlas.dataset.views:
            if not has_skin(atlas, view):
                continue
            svg, styler = styled_figure(atlas, view, layer, "light")
            drawn = {shape.get("data-of", ""): shape.text for shape in group_shapes(svg, "marks") if shape.text}
            masks: dict[str, tuple[str, ...]] = {}
            for patch in outlines(atlas, view, side).patches:
                if styles[patch].read and styles[patch].mark in {drawn[id_] for id_ in drawn if styles[id_].read}:
                    masks[styles[patch].mark] = (*masks.get(styles[patch].mark, ()), patch)
            if len(masks) > 1:
                yield Masked(view, layer, masks, standalone_text(svg, styler, atlas.dataset.views[view].name, "", side))


def _share(value: float) -> str:
    """A share of the picture as Anki writes it.

    >>> _share(0.25), _share(0), _share(1)
    ('.25', '0', '1')
    """
    return f"{value:.4f}".rstrip("0").rstrip(".").removeprefix("0") or "0"


def _mask(number: int, ring: Ring, drawn: Outlines) -> str:
    """One polygon in the language of Anki; `oi` hides it on the other cards of its note too."""
    points = [(x / drawn.width, y / drawn.height) for x, y in ring]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    named = " ".join(f"{_share(x)},{_share(y)}" for x, y in points)
    shape = f"image-occlusion:polygon:left={_share(left)}:top={_share(top)}:points={named}:oi=1"
    return f"{{{{c{number}::{shape}}}}}<br>"


def occlusion_model(genanki: ModuleType, atlas: Atlas) -> Any:
    """The kind of note, which Anki takes for its own."""
    words = atlas.strings
    front = _FRONT % escape(words["deck.occlusion.old"])

    class Occlusion(genanki.Model):  # type: ignore[name-defined]
        def to_json(self, *args: Any) -> Any:
            written = super().to_json(*args)
            written["originalStockKind"] = _STOCK_KIND
            for number, field in enumerate(written["flds"]):
                field |= {"tag": number, "preventDeletion": number < len(_FIELDS) - 1}
            return written

    return Occlusion(
        MODEL_ID,
        words["deck.occlusion"],
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "1", "qfmt": front, "afmt": front + _BACK % escape(words["deck.occlusion.toggle"])}],
        css=_STYLE,
        model_type=genanki.Model.CLOZE,
    )


def _legend(atlas: Atlas, shown: Masked, side: str) -> str:
    """What the marks of a view mean, and where the facts are from."""
    tables, wording = atlas.dataset, Wording(atlas)
    patches = [patch for found in shown.masks.values() for patch in found]
    if shown.layer == NERVES:
        parts = {part for mark in shown.masks for part in mark.split("/")}
        named = [f"{number}: {wording.name(id_)}" for id_, number in skin_nerves(atlas).items() if str(number) in parts]
        rows: list[Claim] = [row for row in tables.fields.values() if row.territory in patches]
    else:
        named = [tables.dermatome_maps[shown.layer].name]
        rows = [tables.dermatomes[patch, shown.layer] for patch in patches]
    lines = [on_side(tables.views[shown.view].name, side), *named, wording.sources(rows)]
    return "<br>".join(map(escape, lines))


def occlusion_notes(genanki: ModuleType, atlas: Atlas, side: str, keep: Callable[[str], str]) -> Iterator[Any]:
    """Every note. `keep`: stores a picture and returns the element that shows it."""
    model, words = occlusion_model(genanki, atlas), atlas.strings
    for shown in masked_views(atlas, side):
        drawn = outlines(atlas, shown.view, side)
        masks = "".join(
            _mask(number, ring, drawn)
            for number, patches in enumerate(shown.masks.values(), 1)
            for patch in patches
            for ring in drawn.patches[patch].rings
        )
        asked = words["deck.occlusion.nerve" if shown.layer == NERVES else "deck.occlusion.root"]
        fields = [masks, keep(shown.svg), escape(asked), _legend(atlas, shown, side), ""]
        guid = genanki.guid_for(MODEL_ID, shown.id)
        yield genanki.Note(model, fields, tags=[shown.id, "occlusion", shown.view], guid=guid)
