"""The bank of questions as a deck for Anki: one card each, with pictures, the way of the nerve, and sources.

Ids are fixed: importing a newer deck changes the cards that are there and never doubles them.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import genanki

from atlas.api import Atlas
from atlas.figures.standalone import standalone
from atlas.figures.unlabelled import clearest_view, unlabelled_svg, view_with_most_nerves
from atlas.graph.pathway_chains import by_nerve
from atlas.reasoning.quiz.question import Question
from atlas.reasoning.quiz.question_sources import answer_rows
from atlas.reasoning.quiz.questions import CLICKED, questions
from atlas.web.layout.evidence import short_name

DECK_ID, MODEL_ID = 1_874_205_331, 1_502_947_618
"""Chosen once, at random. They must never change, or decks that people have would double."""
_FIELDS = ("Question", "Picture", "Answer", "Way", "Lit", "Sources")
_FRONT = '<div class="asked">{{Question}}</div>{{Picture}}'
_BACK = (
    '<div class="asked">{{Question}}</div><hr id="answer"><div class="answer">{{Answer}}</div>'
    '{{#Way}}<div class="way">{{Way}}</div>{{/Way}}{{Lit}}<div class="sources">{{Sources}}</div>'
)
_STYLE = """
.card { font-family: sans-serif; font-size: 20px; text-align: center; }
.asked { font-size: 24px; margin: 0.6em 0; }
.answer { font-size: 24px; font-weight: bold; }
.way, .sources { font-size: 15px; margin: 0.8em 0; opacity: 0.8; }
img { max-height: 60vh; max-width: 100%; background: #fff; border-radius: 6px; }
ul { display: inline-block; text-align: left; }
"""


class _Note(genanki.Note):
    @property
    def guid(self) -> str:
        return genanki.guid_for(MODEL_ID, self.tags[0])


class Deck:
    """The cards of an atlas, and the pictures on them."""

    def __init__(self, atlas: Atlas):
        self.atlas = atlas
        self.pictures: dict[str, str] = {}
        model = {"name": atlas.strings["deck.name"], "css": _STYLE}
        template = {"name": "1", "qfmt": _FRONT, "afmt": _BACK}
        self.model = genanki.Model(MODEL_ID, fields=[{"name": name} for name in _FIELDS], templates=[template], **model)

    def write(self, path: Path) -> int:
        """Write the deck to a file (.apkg) and return how many cards it holds. Raises OSError where it cannot."""
        atlas = self.atlas
        deck = genanki.Deck(DECK_ID, atlas.strings["deck.name"], description=atlas.strings["deck.about"])
        for question in questions(atlas.nerve_graph, atlas.lesions):
            deck.add_note(self._note(question))
        with TemporaryDirectory() as folder:
            for name, svg in self.pictures.items():
                (Path(folder) / name).write_text(svg, "utf-8")
            files = [str(Path(folder) / name) for name in self.pictures]
            genanki.Package(deck, media_files=files).write_to_file(str(path))
        return len(deck.notes)

    def _note(self, question: Question) -> _Note:
        shown = {
            "Question": self._asked(question),
            "Picture": self._bare(question),
            "Answer": self._between(question).join(self._name(id_) for id_ in question.right),
            "Way": self._way(question),
            "Lit": self._lit(question),
            "Sources": self._sources(question),
        }
        tags = [question.id, question.kind, f"level_{question.level}"]
        return _Note(self.model, [shown[name] for name in _FIELDS], tags=tags)

    def _name(self, id_: str) -> str:
        return escape(self.atlas.node(id_).name)

    def _between(self, question: Question) -> str:
        return "; " if question.kind in CLICKED else f" {escape(self.atlas.strings['ask.or'])} "

    def _asked(self, question: Question) -> str:
        words = self.atlas.strings
        asked = escape(words[f"ask.{question.kind}"]).replace("{name}", self._name(question.about))
        signs = [
            f"<li>{escape(words[f'ask.given.{sign}'])}: {', '.join(map(self._name, targets))}</li>"
            for sign, targets in question.given.items()
        ]
        return asked + (f"<ul>{''.join(signs)}</ul>" if signs else "")

    def _keep(self, svg: str) -> str:
        """An image of a picture, which is kept once under a name that changes with it."""
        name = f"nerve-atlas-{sha256(svg.encode()).hexdigest()[:16]}.svg"
        self.pictures[name] = svg
        return f'<img src="{name}">'

    def _bare(self, question: Question) -> str:
        if question.about not in self.atlas.dataset["territories"]:
            return ""
        return self._pointed((question.about,))

    @cache  # noqa: B019  (a deck lives as long as it is written)
    def _pointed(self, territories: tuple[str, ...]) -> str:
        view = clearest_view(self.atlas, territories)
        return self._keep(unlabelled_svg(self.atlas, view, territories)) if view else ""

    @cache  # noqa: B019
    def _pathway(self, id_: str) -> str:
        found = self.atlas.pathway(id_)
        view = clearest_view(self.atlas, found.territories) or view_with_most_nerves(
            self.atlas, (*found.roots, *found.segments)
        )
        nerves = ["nerves", "sites"]
        return self._keep(standalone(self.atlas, view, "", "light", nerves, select=id_)) if view else ""

    def _lit(self, question: Question) -> str:
        return self._pointed(question.right) if question.kind in CLICKED else self._pathway(question.about)

    def _way(self, question: Question) -> str:
        if question.about not in {**self.atlas.dataset["territories"], **self.atlas.dataset["muscles"]}:
            return ""
        chains = self.atlas.pathway(question.about).chains
        lines = dict.fromkeys(
            " → ".join(map(self._name, by_nerve(self.atlas.nerve_graph, chain))) for chain in chains[:2]
        )
        return "<br>".join(lines)

    def _sources(self, question: Question) -> str:
        keys = dict.fromkeys(cited.key for row in answer_rows(self.atlas.nerve_graph, question) for cited in row.cites)
        named = [escape(short_name(self.atlas.dataset["sources"][key])) for key in list(keys)[:6]]
        return f"{escape(self.atlas.strings['deck.sources'])}: {'; '.join(named)}"


def deck_file(atlas: Atlas) -> bytes:
    """The deck as the content of a file (.apkg)."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        Deck(atlas).write(path)
        return path.read_bytes()
