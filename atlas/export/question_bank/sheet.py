"""The questions of a run as a PDF to print: first the questions, then the answers on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from atlas.api import Atlas
from atlas.dataset.sides import RIGHT, check_side
from atlas.export.handout.page import PAPERS, data_url, qr_code
from atlas.export.handout.pdf import weasyprint_module
from atlas.export.handout.pictures import Picture, skin_picture
from atlas.export.question_bank.outlines import has_skin
from atlas.export.question_bank.seeded_run import Run, choices_of, questions_of
from atlas.export.question_bank.wording import Wording
from atlas.figures.plate_layout import plates
from atlas.reasoning.quiz.question import Question
from atlas.reasoning.quiz.questions import questions

LETTERS = "ABCD"
_TALLEST, _WIDEST = 62.0, 38.0
"""Millimetres: limits of a body to mark."""
_STYLE = """
@page { size: SIZE; margin: 14mm 15mm; @bottom-right { content: counter(page); font: 8pt sans-serif; } }
html { font: 10.5pt/1.35 "DejaVu Sans", "Liberation Sans", Arial, sans-serif; color: #000; }
body, h1, p, figure { margin: 0; }
header { display: flex; gap: 6mm; border-bottom: 1.5pt solid #000; padding-bottom: 2mm; margin-bottom: 5mm; }
header div { flex: 1; }
header img { width: 26mm; height: 26mm; }
h1 { font-size: 17pt; }
.address, .sources { font-size: 8pt; overflow-wrap: anywhere; }
.hand { display: inline-block; width: 44%; margin: 4mm 3mm 0 0; border-bottom: .5pt solid #000; }
ol { margin: 0; padding-left: 8mm; }
li { margin-bottom: 5mm; break-inside: avoid; }
.offered { display: flex; flex-wrap: wrap; margin-top: 1.5mm; }
.offered p { width: 50%; }
.bodies { display: flex; gap: 5mm; align-items: flex-end; margin: 1.5mm 0; }
figure { text-align: center; font-size: 8pt; }
figure img { display: block; margin: 0 auto; }
.key { break-before: page; }
.key li { margin-bottom: 3mm; }
"""


def _head(title: str, lines: str, address: str, label: str) -> str:
    code = f'<img alt="{escape(label)}" src="{qr_code(address)}">'
    where = f'<p class="address">{escape(address)}</p>'
    return f"<header><div><h1>{escape(title)}</h1>{lines}{where}</div>{code}</header>"


def _body(picture: Picture) -> str:
    tall = min(_TALLEST, _WIDEST / picture.shape)
    style = f"width: {tall * picture.shape:.1f}mm; height: {tall:.1f}mm"
    image = data_url("image/svg+xml", picture.svg.encode())
    caption = escape(picture.caption)
    return f'<figure><img alt="{caption}" src="{image}" style="{style}"><figcaption>{caption}</figcaption></figure>'


class Sheet:
    """One run on paper. Raises ValueError for an unknown side or if no question fits the run."""

    def __init__(self, atlas: Atlas, run: Run, home: str, side: str = RIGHT):
        check_side(side)
        self.atlas, self.run, self.home, self.side = atlas, run, home, side
        self.wording, self.words = Wording(atlas), atlas.strings
        self.questions = questions_of(questions(atlas.nerve_graph, atlas.lesions), run)
        if not self.questions:
            raise ValueError("no question of the quiz has this level and kind")

    def _by_hand(self, key: str) -> str:
        return f'<span class="hand">{escape(self.words[f"quiz.sheet.{key}"])}</span>'

    def _bodies(self) -> str:
        """The skin of the first plate, without colours and names."""
        shown = plates(self.atlas)[0].views if self.atlas.dataset.plates else list(self.atlas.dataset.views)
        views = [view for view in shown if has_skin(self.atlas, view)]
        return "".join(_body(skin_picture(self.atlas, view, (), self.side)) for view in views)

    def _answered(self, question: Question) -> Iterator[str]:
        """Where the answer is given: boxes, or bodies and a line."""
        if choices := choices_of(question, self.run.seed):
            offered = (f"☐ {letter}  {self.wording.name(id_)}" for letter, id_ in zip(LETTERS, choices, strict=False))
            yield '<div class="offered">' + "".join(f"<p>{escape(line)}</p>" for line in offered) + "</div>"
        else:
            yield f"<p>{escape(self.words['quiz.sheet.mark'])}</p>"
            yield f'<div class="bodies">{self._bodies()}</div><p>{self._by_hand("answer")}</p>'

    def _question(self, question: Question) -> str:
        given = "".join(f"<p>{escape(line)}</p>" for line in self.wording.given(question))
        return f"<li><b>{escape(self.wording.asked(question))}</b>{given}{''.join(self._answered(question))}</li>"

    def _answer(self, question: Question) -> str:
        choices = choices_of(question, self.run.seed)
        named = next((id_ for id_ in choices if id_ in question.right), question.right[0])
        letter = f"{LETTERS[choices.index(named)]}  " if choices else ""
        answer = letter + (self.wording.name(named) if choices else self.wording.answer(question))
        *why, sources = self.wording.explanation(question, named) if choices else self._on_body(question)
        lines = "".join(f"<p>{escape(line)}</p>" for line in why)
        asked = escape(self.wording.asked(question))
        return f'<li>{asked}<p><b>→ {escape(answer)}</b></p>{lines}<p class="sources">{escape(sources)}</p></li>'

    def _on_body(self, question: Question) -> list[str]:
        """The explanation of a question that is answered on the body, whose right answers are all named above it."""
        return [*self.wording.ways(question), self.wording.answer_sources(question)]

    def html(self, paper: str) -> str:
        """The pages. Raises KeyError for an unknown paper."""
        words = self.words
        hand = f"<p>{self._by_hand('name')}{self._by_hand('date')}</p>"
        head = _head(words["quiz.sheet.title"], hand, self.run.address(self.home), words["quiz.sheet.code"])
        answers = self.run.address(self.home, "end")
        key_head = _head(words["quiz.sheet.key"], "", answers, words["quiz.sheet.code.key"])
        asked = "".join(map(self._question, self.questions))
        key = "".join(map(self._answer, self.questions))
        purpose = f'<p class="address">{escape(words["quiz.sheet.purpose"])}</p>'
        style = _STYLE.replace("SIZE", PAPERS[paper])
        title = escape(words["quiz.sheet.title"])
        return (
            f'<!doctype html><html lang="{self.atlas.language}"><head><meta charset="utf-8"><title>{title}</title>'
            f"<style>{style}</style></head><body>{head}<ol>{asked}</ol>"
            f'<section class="key">{key_head}<ol>{key}</ol>{purpose}</section></body></html>'
        )


def sheet_pdf(atlas: Atlas, run: Run, home: str, side: str = RIGHT, paper: str = "a4") -> bytes:
    """The PDF (PDF/UA-1). Raises MissingExtra without WeasyPrint, NoPrinter without Pango, and what `Sheet` raises."""
    weasyprint = weasyprint_module()
    document = weasyprint.HTML(string=Sheet(atlas, run, home, side).html(paper))
    content: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return content
