"""The quiz questions, nerve studies and tests of the examination as an Anki deck, with pictures and sources.

The ids are fixed: importing a newer deck updates the cards that are there and never duplicates them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from atlas.api import Atlas
from atlas.dataset.rows import Claim
from atlas.dataset.sides import RIGHT, check_side
from atlas.dataset.source_names import short_citation
from atlas.export.cards_of_tests import TestCard, cards_of_tests
from atlas.export.extras import import_optional
from atlas.figures.path_views import whole_views
from atlas.figures.standalone import standalone
from atlas.figures.unlabelled import clearest_view, unlabelled_svg, view_with_most_nerves
from atlas.graph.pathway_chains import by_nerve
from atlas.reasoning.quiz.question import Question
from atlas.reasoning.quiz.question_sources import answer_rows
from atlas.reasoning.quiz.questions import CLICKED, questions
from atlas.reasoning.quiz.things import things

DECK_ID, MODEL_ID = 1_874_205_331, 1_502_947_618
"""Random numbers that must never change: Anki recognises an imported deck by them."""
MOST_REASONS = 2
"""So many sentences say at most why an answer is right."""
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
.answer .told { font-size: 17px; font-weight: normal; margin: 0; }
"""


class Deck:
    """The cards of an atlas and their pictures, which show one side of the body.

    Raises MissingExtra when genanki is not installed, ValueError for an unknown side.
    """

    def __init__(self, atlas: Atlas, side: str = RIGHT):
        self.atlas = atlas
        self.side = check_side(side)
        self.pictures: dict[str, str] = {}
        self._things = things(atlas.dataset)
        self._genanki = import_optional("genanki", "An Anki deck", "deck")
        self._model = self._genanki.Model(
            MODEL_ID,
            atlas.strings["deck.name"],
            fields=[{"name": name} for name in _FIELDS],
            templates=[{"name": "1", "qfmt": _FRONT, "afmt": _BACK}],
            css=_STYLE,
        )

    def write(self, path: Path) -> int:
        """Write the deck to a file (.apkg) and return how many cards it holds. Raises OSError when it cannot."""
        atlas = self.atlas
        deck = self._genanki.Deck(DECK_ID, atlas.strings["deck.name"], description=atlas.strings["deck.about"])
        for question in questions(atlas.nerve_graph, atlas.lesions):
            deck.add_note(self._note(question))
        for card in cards_of_tests(atlas):
            deck.add_note(self._note_of_test(card))
        with TemporaryDirectory() as folder:
            for name, svg in self.pictures.items():
                (Path(folder) / name).write_text(svg, "utf-8")
            files = [str(Path(folder) / name) for name in self.pictures]
            self._genanki.Package(deck, media_files=files).write_to_file(str(path))
        return len(deck.notes)

    def _note(self, question: Question) -> Any:
        fields = [
            self._asked(question),
            self._bare(question),
            self._between(question).join(self._name(id_) for id_ in question.right),
            self._path(question),
            self._highlighted(question),
            self._sources(question),
        ]
        tags = [question.id, question.kind, f"level_{question.level}"]
        guid = self._genanki.guid_for(MODEL_ID, question.id)
        return self._genanki.Note(self._model, fields, tags=tags, guid=guid)

    def _note_of_test(self, card: TestCard) -> Any:
        lines = "".join(f"<li><b>{escape(label)}:</b> {escape(text)}</li>" for label, text in card.answer.items())
        lit = next(filter(None, map(self._pathway, card.lights)), "")
        fields = [escape(card.asked), "", f'<ul class="told">{lines}</ul>', "", lit, self._cited([card.row])]
        guid = self._genanki.guid_for(MODEL_ID, card.id)
        return self._genanki.Note(self._model, fields, tags=[card.id, card.kind], guid=guid)

    def _name(self, id_: str) -> str:
        return escape(self._things[id_].name if id_ in self._things else self.atlas.node(id_).name)

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
        """An image element for a picture; equal pictures are stored once."""
        name = f"nerve-atlas-{sha256(svg.encode()).hexdigest()[:16]}.svg"
        self.pictures[name] = svg
        return f'<img src="{name}">'

    def _bare(self, question: Question) -> str:
        if question.about not in self.atlas.dataset.territories:
            return ""
        return self._pointed((question.about,))

    @cache  # noqa: B019  (a deck lives only while it is written)
    def _pointed(self, territories: tuple[str, ...]) -> str:
        view = clearest_view(self.atlas, territories)
        return self._keep(unlabelled_svg(self.atlas, view, territories, side=self.side)) if view else ""

    @cache  # noqa: B019
    def _pathway(self, id_: str) -> str:
        """The whole body with the path of a thing; where none shows it, the view that shows its skin or nerves best."""
        found = self.atlas.pathway(id_)
        nerves = (*found.roots, *found.segments)
        whole = whole_views(self.atlas, (*nerves, *found.muscles, *found.territories))
        view = (
            next(iter(whole), None)
            or clearest_view(self.atlas, found.territories)
            or view_with_most_nerves(self.atlas, nerves)
        )
        if view is None:
            return ""
        # without the picture under it, which would treble the size of the deck and which old readers cannot show
        shown = ["bones", "sites"]
        return self._keep(standalone(self.atlas, view, "", "light", shown, select=id_, side=self.side))

    def _highlighted(self, question: Question) -> str:
        if question.kind in CLICKED:
            return self._pointed(question.right)
        about = self._things.get(question.about)
        named = (question.about, *question.right, *(about.shows if about else ()))
        return next((lit for id_ in named if id_ not in self._things and (lit := self._pathway(id_))), "")

    def _path(self, question: Question) -> str:
        if question.reasons:
            said = dict.fromkeys(question.reasons[id_] for id_ in question.right)
            return "<br>".join(escape(sentence) for sentence in list(said)[:MOST_REASONS])
        if question.about not in {**self.atlas.dataset.territories, **self.atlas.dataset.muscles}:
            return ""
        chains = self.atlas.pathway(question.about).chains
        lines = dict.fromkeys(
            " → ".join(map(self._name, by_nerve(self.atlas.nerve_graph, chain))) for chain in chains[:2]
        )
        return "<br>".join(lines)

    def _sources(self, question: Question) -> str:
        return self._cited(answer_rows(self.atlas.nerve_graph, question))

    def _cited(self, rows: Iterable[Claim]) -> str:
        keys = dict.fromkeys(cited.key for row in rows for cited in row.cites)
        named = [escape(short_citation(self.atlas.dataset.sources[key])) for key in list(keys)[:6]]
        return f"{escape(self.atlas.strings['deck.sources'])}: {'; '.join(named)}"


def deck_file(atlas: Atlas) -> bytes:
    """The deck as the content of a file (.apkg)."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        Deck(atlas).write(path)
        return path.read_bytes()
