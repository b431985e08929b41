"""A few slides about one thing: its path, what it serves, what its lesion takes, and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from atlas.api import Atlas, Node
from atlas.dataset.rows import Claim
from atlas.dataset.sides import RIGHT
from atlas.export.handout.content import (
    VOICES,
    Section,
    clinical_sections,
    plain_sections,
    reader_settings,
    state_address,
)
from atlas.export.slides.pictures import Shown, SlidePicture, lesion_states, pathway_states, picture, plate_views
from atlas.export.slides.slide import Slide, SlideDeck, deck_of, language_folder, named_sources
from atlas.export.slides.text_fit import Block
from atlas.graph.lesion import Lesion
from atlas.graph.pathway_chains import by_nerve

MOST_CHAINS = 1
_TARGETS = ("muscles", "territories", "reflexes")


class _Topic:
    """What the slides about one thing share."""

    def __init__(self, atlas: Atlas, node: Node, voice: str, side: str):
        self.atlas, self.node, self.side = atlas, node, side
        self.is_plain = voice == VOICES[0]
        self.words, self.pathway = atlas.strings, atlas.pathway(node.id)
        self.row: Claim = node.row  # type: ignore[assignment]  # every selectable row is a claim
        self.sections = (plain_sections if self.is_plain else clinical_sections)(atlas, node)

    def names(self, heading: str, ids: Iterable[str]) -> Block:
        """A list of things that may be shortened."""
        names = tuple(self.atlas.node(id_).name for id_ in ids)
        return Block(f"{heading}:", names=names, more=self.words["handout.more"])

    def _block(self, section: Section) -> Block:
        heading, text = section
        return Block(f"{heading}:" if heading else "", "; ".join(text) if isinstance(text, list) else text)

    def pictures(self, states: Shown) -> tuple[SlidePicture, ...]:
        """The views of the first plate that show these states best."""
        plate = min(self.atlas.dataset.plates.values(), key=lambda one: one.order, default=None)
        views = plate_views(self.atlas, plate.id if plate else "", sorted(states.states or ()))
        return tuple(picture(self.atlas, view, states, side=self.side) for view in views)

    def slide(self, key: str, blocks: Iterable[Block], pictures: tuple[SlidePicture, ...], **state: str) -> Slide:
        """A slide whose title is the string `slides.<key>`."""
        title = self.words[f"slides.{key}"].format(name=self.node.name)
        short, full = named_sources(self.atlas, [self.row])
        address = state_address(language_folder(self.atlas), **state, **reader_settings(self.side, self.is_plain))
        body = tuple(blocks)
        said = tuple(f"{block.heading} {block.body}".strip() for block in body)
        return Slide(title, self.words[f"kind.{self.node.kind}"], body, pictures, address, said, short, full)

    @property
    def state(self) -> dict[str, str]:
        """The state of the page that shows the thing."""
        mode = {"mode": "conditions"} if self.node.kind == "condition" else {}
        return {**mode, "select": self.node.id}

    def path(self) -> Slide:
        """The way from the spine, with what the tables say first."""
        chains = dict.fromkeys(by_nerve(self.atlas.nerve_graph, chain) for chain in self.pathway.chains)
        lines = [" → ".join(self.atlas.node(id_).name for id_ in chain) for chain in list(chains)[:MOST_CHAINS]]
        ways = [Block(text=line) for line in lines]
        said = [self._block(section) for section in self.sections]
        says = self.words["article.lights.select"].format(names=self.node.name)
        shown = Shown(pathway_states(self.atlas, [self.node.id]), says=says)
        blocks = [*said, *ways] if self.node.kind == "condition" else [*ways, *said[:1]]
        return self.slide("path", blocks or [Block(text=self.node.name)], self.pictures(shown), **self.state)

    def targets(self) -> Slide | None:
        """What it serves; None for a condition, a target, or what serves nothing."""
        found = [(kind, ids) for kind in _TARGETS if (ids := getattr(self.pathway, kind)) and self.node.id not in ids]
        if not found or self.node.kind == "condition":
            return None
        blocks = [self.names(self.words[f"panel.{kind}"], ids) for kind, ids in found]
        says = self.words["article.lights.select"].format(names=self.node.name)
        shown = Shown(pathway_states(self.atlas, [self.node.id]), says=says)
        return self.slide("targets", blocks, self.pictures(shown), **self.state)

    def _lesion(self) -> Lesion | None:
        try:
            return self.atlas.lesion(self.node.id)
        except (LookupError, ValueError):  # it is not a place on a nerve
            return None

    def lesion(self) -> Slide | None:
        """What is lost if it is injured; None if it is not one place on a nerve."""
        lesion, tables = self._lesion(), self.atlas.dataset
        if lesion is None:
            return None
        when = ".at_times" if lesion.severity == "intermittent" else ""
        lists = {
            "numb": [id_ for id_ in lesion.lost if id_ in tables.territories],
            f"dulled{when}": [id_ for id_ in lesion.reduced if id_ in tables.territories],
            "weak": [id_ for id_ in lesion.lost if id_ in tables.muscles],
            f"weaker{when}": [id_ for id_ in lesion.reduced if id_ in tables.muscles],
            f"jerks{when}": [*lesion.reflexes_lost, *lesion.reflexes_reduced],
        }
        blocks = [self.names(self.words[f"handout.{key}"], ids) for key, ids in lists.items() if ids]
        if not blocks:
            return None
        says = self.words["article.lights.lesion"].format(names=self.node.name)
        pictures = self.pictures(Shown(lesion_states(self.atlas, self.node.id), says=says))
        return self.slide("lesion", blocks, pictures, mode="lesion", lesion=lesion.site)

    def sources(self, pictures: tuple[SlidePicture, ...]) -> Slide:
        """All sources by name; the notes have them in full."""
        short, full = named_sources(self.atlas, [self.row], self.pathway.sources)
        blocks = [Block(names=short, more=self.words["handout.more"])]
        return replace(self.slide("sources", blocks, pictures, **self.state), notes=(), full=full)

    def slides(self) -> Iterator[Slide]:
        """All slides in order."""
        path = self.path()
        yield path
        yield from (slide for slide in (self.targets(), self.lesion()) if slide)
        yield self.sources(path.pictures[:1])


def topic_deck(atlas: Atlas, id_: str, voice: str = VOICES[1], side: str = RIGHT) -> SlideDeck:
    """A deck about one thing by its id, in one voice and on one side of the body.

    Raises ValueError for an unknown side.
    """
    node = atlas.node(id_)
    return deck_of(atlas, node.name, _Topic(atlas, node, voice, side).slides())
