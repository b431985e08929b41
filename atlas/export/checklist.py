"""A checklist for a clinician: every plain text and emergency, or their translations, to tick and to comment on."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from atlas.api import Atlas
from atlas.dataset.claim_text import claim_text
from atlas.dataset.dataset import Dataset
from atlas.dataset.rows import Key
from atlas.dataset.translation.texts import cells

EMERGENCIES = ("red_flags", "emergency_signs", "emergency_rules")
WHOLE = (*EMERGENCIES, "plain_text", "glossary")
"""Tables of which every text is listed; of others, the columns in plain words."""
_PLAIN = "plain"
_STYLE = """
@page { size: A4; margin: 14mm 15mm; @bottom-right { content: counter(page); font: 8pt sans-serif; } }
html { font: 10pt/1.4 "DejaVu Sans", "Liberation Sans", Arial, sans-serif; color: #000; background: #fff; }
body { max-width: 60rem; margin: 1rem auto; padding: 0 1rem; }
h2 { break-after: avoid; border-bottom: 1pt solid #000; }
article { break-inside: avoid; margin: 0 0 4mm; padding-left: 9mm; position: relative; }
article > input { position: absolute; left: 0; top: 0; width: 5mm; height: 5mm; margin: 0; }
article code { font-size: 8pt; overflow-wrap: anywhere; }
article p { margin: 1mm 0; }
label { display: block; font-size: 8pt; }
label input { display: block; box-sizing: border-box; width: 100%; height: 7mm; }
label input { border: 0; border-bottom: .5pt solid #000; }
.who { display: flex; gap: 5mm; }
.who label { flex: 1; }
"""


class Entry(NamedTuple):
    """One row to review. `id`: `table:key`, as a review names it. `texts`: each in English and translated, or ""."""

    id: str
    table: str
    texts: tuple[tuple[str, str], ...]


def _key_text(key: Key) -> str:
    return key if isinstance(key, str) else "|".join(key)


def _wanted(table: str, column: str) -> bool:
    return column != "note" and (table in WHOLE or column == _PLAIN)


def _texts(dataset: Dataset) -> Iterator[tuple[str, Key, str, str]]:
    for table, key, column, text in cells(dataset):
        yield table, key, column, text.english


def entries(english: Atlas, translated: Atlas | None = None, every: bool = False) -> list[Entry]:
    """The rows to review, emergencies first. `every`: also the rows of which no text is in plain words.

    With `translated`, each text has its translation; rules of emergencies, which are ids, are left out then.
    """
    other: dict[tuple[str, Key, str], str] = {}
    if translated is not None:
        other = {(table, key, column): text for table, key, column, text in _texts(translated.dataset)}
    found: dict[tuple[str, Key], list[tuple[str, str]]] = {}
    if translated is None:
        for rule_key, row in english.dataset.emergency_rules.items():
            found["emergency_rules", rule_key] = [(claim_text(english.dataset, row), "")]
    for table, key, column, text in _texts(english.dataset):
        if every or _wanted(table, column):
            found.setdefault((table, key), []).append((text, other.get((table, key, column), "")))
    order = {table: place for place, table in enumerate(WHOLE)}
    rows = sorted(found.items(), key=lambda item: order.get(item[0][0], len(order)))
    return [Entry(f"{table}:{_key_text(key)}", table, tuple(texts)) for (table, key), texts in rows]


def _field(label: str, name: str) -> str:
    return f'<label>{escape(label)}<input type="text" name="{escape(name, quote=True)}"></label>'


def _entry(words: dict[str, str], entry: Entry, language: str) -> str:
    name = escape(entry.id, quote=True)
    right = escape(words["checklist.right"].format(id=entry.id), quote=True)
    said = "".join(
        f"<p>{escape(text)}</p>" + (f'<p lang="{language}"><b>{escape(other)}</b></p>' if other else "")
        for text, other in entry.texts
    )
    remarks = _field(words["checklist.remarks"].format(id=entry.id), f"remarks {entry.id}")
    box = f'<input type="checkbox" name="{name}" aria-label="{right}">'
    return f'<article id="{name}">{box}<code>{name}</code>{said}{remarks}</article>'


def checklist_html(english: Atlas, translated: Atlas | None = None, language: str = "en", every: bool = False) -> str:
    """The checklist as one page in English, without scripts; `translated` adds the texts of that language."""
    words, parts, table = english.strings, [], ""
    for entry in entries(english, translated, every):
        if entry.table != table:
            table = entry.table
            row = english.dataset.table_meanings.get(table)
            parts.append(f"<h2>{escape(row.name if row else table)}</h2>")
        parts.append(_entry(words, entry, language))
    title = words["checklist.title"] + (f" ({language})" if translated else "")
    version = words["checklist.version"].format(version=english.edition.get("version", "?"))
    who = "".join(_field(words[f"checklist.{name}"], name) for name in ("reviewer", "role", "date"))
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body><main>'
        f"<h1>{escape(title)}</h1><p>{escape(version)}</p><p>{escape(words['checklist.lead'])}</p>"
        f'<div class="who">{who}</div>\n' + "\n".join(parts) + "\n</main></body></html>\n"
    )


def checklist_pdf(html: str) -> bytes:
    """The checklist as a PDF whose boxes and lines can be filled in. Raises MissingExtra or NoPrinter."""
    from atlas.export.handout.pdf import weasyprint_module

    content: bytes = weasyprint_module().HTML(string=html).write_pdf(pdf_forms=True)
    return content
