"""The quiz questions, nerve studies and tests of the examination as an Anki deck, with pictures and sources.

Cards with hidden patches of skin follow.
The ids are fixed: importing a newer deck updates the cards that are there and never duplicates them.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from errno import ENOSPC
from functools import cache
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT, check_side
from atlas.export.cards_of_tests import TestCard, cards_of_tests
from atlas.export.extras import import_optional
from atlas.export.fixed_zip import timeless
from atlas.export.occlusion_cards import occlusion_notes
from atlas.export.question_bank.wording import Wording, about
from atlas.figures.path_views import whole_views
from atlas.figures.standalone import standalone
from atlas.figures.unlabelled import clearest_view, unlabelled_svg, view_with_most_nerves
from atlas.reasoning.quiz.question import Question
from atlas.reasoning.quiz.questions import CLICKED, questions
from atlas.reasoning.quiz.things import things

DECK_ID, MODEL_ID = 1_874_205_331, 1_502_947_618
"""Random numbers that must never change: Anki recognises an imported deck by them."""
_LONG_AGO = datetime(2000, 1, 1)
"""Time of a data set that does not say when it was released."""
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
        self.wording = Wording(atlas)
        self.pictures: dict[str, str] = {}
        self.count = 0
        self._things = things(atlas.dataset)
        self._genanki = import_optional("genanki", "An Anki deck", "deck")
        self._model = self._genanki.Model(
            MODEL_ID,
            atlas.strings["deck.name"],
            fields=[{"name": name} for name in _FIELDS],
            templates=[{"name": "1", "qfmt": _FRONT, "afmt": _BACK}],
            css=_STYLE,
        )

    def packed(self) -> bytes:
        """The deck as the content of a file (.apkg), which depends on the data alone; counts its cards in `count`.

        Raises OSError when there is no room for the temporary files.
        """
        atlas = self.atlas
        deck = self._genanki.Deck(DECK_ID, atlas.strings["deck.name"], description=about(atlas))
        for question in questions(atlas.nerve_graph, atlas.lesions):
            deck.add_note(self._note(question))
        for card in cards_of_tests(atlas):
            deck.add_note(self._note_of_test(card))
        for note in occlusion_notes(self._genanki, atlas, self.side, self._keep):
            deck.add_note(note)
        with TemporaryDirectory() as folder:
            for name, svg in self.pictures.items():
                (Path(folder) / name).write_text(svg, "utf-8", newline="\n")
            files = [str(Path(folder) / name) for name in self.pictures]
            package, written = self._genanki.Package(deck, media_files=files), BytesIO()
            try:
                package.write_to_file(written, timestamp=_released(atlas))
            except sqlite3.OperationalError as error:  # the library builds a database in a temporary file
                raise OSError(ENOSPC, str(error), gettempdir()) from None
        self.count = sum(len(note.cards) for note in deck.notes)
        return timeless(written.getvalue())

    def _note(self, question: Question) -> Any:
        fields = [
            self._asked(question),
            self._bare(question),
            escape(self.wording.answer(question)),
            "<br>".join(map(escape, self.wording.ways(question))),
            self._highlighted(question),
            escape(self.wording.answer_sources(question)),
        ]
        tags = [question.id, question.kind, f"level_{question.level}"]
        guid = self._genanki.guid_for(MODEL_ID, question.id)
        return self._genanki.Note(self._model, fields, tags=tags, guid=guid)

    def _note_of_test(self, card: TestCard) -> Any:
        lines = "".join(f"<li><b>{escape(label)}:</b> {escape(text)}</li>" for label, text in card.answer.items())
        lit = next(filter(None, map(self._pathway, card.lights)), "")
        fields = [
            escape(card.asked),
            "",
            f'<ul class="told">{lines}</ul>',
            "",
            lit,
            escape(self.wording.sources([card.row])),
        ]
        guid = self._genanki.guid_for(MODEL_ID, card.id)
        return self._genanki.Note(self._model, fields, tags=[card.id, card.kind], guid=guid)

    def _asked(self, question: Question) -> str:
        signs = "".join(f"<li>{escape(line)}</li>" for line in self.wording.given(question))
        return escape(self.wording.asked(question)) + (f"<ul>{signs}</ul>" if signs else "")

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


def _released(atlas: Atlas) -> float:
    """When the data set was released, in seconds since 1970; Anki updates cards only from a deck with a later time."""
    try:
        day = datetime.fromisoformat(atlas.edition.get("released", ""))
    except ValueError:
        day = _LONG_AGO
    return day.replace(tzinfo=UTC).timestamp()


def deck_file(atlas: Atlas) -> bytes:
    """The deck as the content of a file (.apkg)."""
    return Deck(atlas).packed()
