"""The content of a handout: one thing in one voice, with its figures and sources. Layout is in `page`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from atlas.api import Atlas, Node
from atlas.dataset.rows import Claim
from atlas.dataset.sides import LEFT, RIGHT, check_side, on_side
from atlas.dataset.source_names import short_citation
from atlas.dataset.tables.clinical import Condition
from atlas.dataset.tables.plain_text import PARTS
from atlas.export.handout.doctor_tests import lines_of, tests_of
from atlas.export.handout.pictures import Picture, lesion_pictures, pictures_of
from atlas.graph.pathway_chains import by_nerve

VOICES = ("plain", "clinical")
Section = tuple[str, str | list[str]]
"""A heading, which may be empty, and a text or a list of lines."""
CLINICAL_COLUMNS: dict[str, tuple[str, ...]] = {
    "root": ("exit",),
    "nerve": ("course", "vulnerable"),
    "muscle": ("action", "test", "weakness"),
    "reflex": ("meaning",),
    "territory": ("plain",),
    "site": ("where",),
    "condition": (
        *("sensory", "motor", "reflex", "aggravating", "easing", "discriminators"),
        *("tests", "imaging", "electrodiagnosis", "treatment"),
    ),
}
"""Kind → the columns that the clinical voice shows; their labels are the strings `field.<column>`."""
LABELS = {"test": "tested"}
"""Columns whose label has another name."""
MOST_SOURCES = 8
MOST_NAMES = {"plain": 6, "clinical": 14}
"""Voice → how many structures a list names."""
MOST_CHAINS = 2
MOST_SYNONYMS = 4


@dataclass(frozen=True)
class Handout:
    """One sheet. `address`: what its QR code opens; `flags`: its own emergency signs, or empty; `also`: synonyms."""

    title: str
    kind: str
    address: str
    pictures: list[Picture]
    sections: list[Section]
    flags: str
    sources: list[str]
    also: tuple[str, ...] = ()


def _check_voice(voice: str) -> None:
    if voice not in VOICES:
        raise ValueError(f"there is no voice '{voice}'; the voices are {', '.join(VOICES)}")


def plain_sections(atlas: Atlas, node: Node) -> list[Section]:
    """What the plain texts say about a thing or the nerve that it is a part of."""
    words, rows = atlas.strings, atlas.dataset.plain_text
    of = node.id if (node.id, PARTS[0]) in rows else getattr(node.row, "nerve", node.id)
    texts = [(part, rows[of, part].text) for part in PARTS[:-1] if (of, part) in rows]
    return [(words[f"handout.{part}"] if part != PARTS[0] else "", text) for part, text in texts]


def _plain_title(node: Node, is_plain: bool) -> list[str]:
    """The title of a condition in plain words, if it has one and the voice is plain."""
    row = node.row
    return [row.plain] if is_plain and isinstance(row, Condition) and row.plain else []


def clinical_sections(atlas: Atlas, node: Node) -> list[Section]:
    """What the tables say about a thing, for clinicians."""
    sections: list[Section] = []
    from_memory = getattr(node.row, "checked", "") == "memory"
    for column in CLINICAL_COLUMNS.get(node.kind, ()):
        value = getattr(node.row, column)
        text = "; ".join(value) if isinstance(value, tuple) else value
        if text:
            unchecked = from_memory or column in getattr(node.row, "unchecked", ())
            doubt = f" ({atlas.strings['chip.memory']})" if unchecked else ""
            label = atlas.strings[f"field.{LABELS.get(column, column)}"]
            sections.append((label.rstrip(":"), text + doubt))
    return sections


def _names(atlas: Atlas, ids: Iterable[str], voice: str) -> str:
    names, most = [atlas.node(id_).name for id_ in ids], MOST_NAMES[voice]
    listed, more = ", ".join(names[:most]), len(names) - most
    return listed + (" " + atlas.strings["handout.more"].replace("{n}", str(more)) if more > 0 else "")


def _pathway_sections(atlas: Atlas, node: Node, voice: str) -> list[Section]:
    """The chains of nerves from the roots, and for all but conditions the targets."""
    pathway, words = atlas.pathway(node.id), atlas.strings
    chains = list(dict.fromkeys(by_nerve(atlas.nerve_graph, chain) for chain in pathway.chains))[:MOST_CHAINS]
    lines = [" → ".join(atlas.node(id_).name for id_ in chain) for chain in chains]
    sections: list[Section] = [(words["panel.chains"], lines)] if lines else []
    if node.kind != "condition":
        targets = ((kind, getattr(pathway, kind)) for kind in ("muscles", "territories", "reflexes"))
        listed = ((kind, ids) for kind, ids in targets if ids and ids != (node.id,))
        sections += [(words[f"panel.{kind}"], _names(atlas, ids, voice)) for kind, ids in listed]
    return sections


def _sources(atlas: Atlas, rows: list[Claim]) -> list[str]:
    keys = dict.fromkeys(cited.key for row in rows for cited in row.cites)
    return [short_citation(atlas.dataset.sources[key]) for key in list(keys)[:MOST_SOURCES]]


def state_address(home: str, **state: str) -> str:
    """The address of a state of the page. What is empty is left out."""
    query = "&".join(f"{key}={quote(value, safe=',:.')}" for key, value in state.items() if value)
    return f"{home}?{query}" if query else home


def _kind(atlas: Atlas, kind: str, side: str) -> str:
    """The line above the title; it names the side when the reader chose the one that is not usual."""
    return f"{kind} · {on_side(atlas.strings['side.shown'], side)}" if side == LEFT else kind


def reader_settings(side: str, is_plain: bool) -> dict[str, str]:
    """Side and voice as the address has them: empty where they are the default."""
    return {"side": side if side == LEFT else "", "voice": "plain" if is_plain else ""}


def handout_of(atlas: Atlas, name: str, voice: str, home: str, side: str = RIGHT) -> Handout:
    """The handout of anything by any of its names. `home`: the address of the atlas, for the QR code.

    Raises UnknownName when nothing has the name, ValueError for an unknown voice or side.
    """
    _check_voice(voice)
    check_side(side)
    node = atlas.node(atlas.resolve(name))
    is_plain = voice == VOICES[0]
    rows, flags_key = atlas.dataset.plain_text, (node.id, PARTS[-1])
    plain_flags = rows[flags_key].text if flags_key in rows else ""
    mode = {"mode": "conditions"} if node.kind == "condition" else {}
    own = plain_sections(atlas, node) if is_plain else clinical_sections(atlas, node)
    tests = tests_of(atlas, node) if is_plain else ()
    tested: list[Section] = [(atlas.strings["handout.doctor"], lines_of(tests))] if tests else []
    names = [*_plain_title(node, is_plain), node.name, *getattr(node.row, "synonyms", ())]
    return Handout(
        title=names[0],
        kind=_kind(atlas, atlas.strings[f"kind.{node.kind}"], side),
        address=state_address(home, **mode, select=node.id, **reader_settings(side, is_plain)),
        pictures=pictures_of(atlas, node.id, side),
        sections=[*own, *tested, *_pathway_sections(atlas, node, voice)],
        flags=plain_flags if is_plain else getattr(node.row, "red_flags", ""),
        sources=_sources(atlas, [node.row, *tests]),  # type: ignore[list-item]  # every selectable row is a claim
        also=tuple(names[1 : MOST_SYNONYMS + 1]),
    )


def lesion_handout(atlas: Atlas, name: str, voice: str, home: str, side: str = RIGHT) -> Handout:
    """The handout of a lesion at a place by any of its names: what would be numb, weak or dulled.

    Raises UnknownName or ValueError as `Atlas.lesion` does, and ValueError for an unknown voice or side.
    """
    _check_voice(voice)
    check_side(side)
    lesion, words = atlas.lesion(name), atlas.strings
    node, skin, muscles = atlas.node(lesion.site), atlas.dataset.territories, atlas.dataset.muscles
    is_plain = voice == VOICES[0]
    numb, dulled = [id_ for id_ in lesion.lost if id_ in skin], [id_ for id_ in lesion.reduced if id_ in skin]
    lists = {
        "numb": numb,
        "dulled": dulled,
        "weak": [id_ for id_ in lesion.lost if id_ in muscles],
        "weaker": [id_ for id_ in lesion.reduced if id_ in muscles],
        "jerks": [*lesion.reflexes_lost, *lesion.reflexes_reduced],
    }
    sections: list[Section] = (plain_sections(atlas, node) if is_plain else clinical_sections(atlas, node))[:1]
    comes_and_goes = lesion.severity == "intermittent"
    when = ".at_times" if comes_and_goes else ""
    sections += [(words[f"handout.{key}{when}"], _names(atlas, ids, voice)) for key, ids in lists.items() if ids]
    if lesion.could_not:
        sections.append((words["handout.could_not"], "; ".join(lesion.could_not[:6])))
    shown = [] if comes_and_goes else [*numb, *dulled]  # at rest, no skin of an intermittent lesion is numb
    return Handout(
        title=words["handout.lesion.title"].replace("{name}", node.name),
        kind=_kind(atlas, words["handout.lesion"], side),
        address=state_address(
            home,
            mode="lesion",
            lesion=lesion.site,
            side=side if side == LEFT else "",
            voice="plain" if is_plain else "",
        ),
        pictures=lesion_pictures(atlas, lesion, side) if shown else pictures_of(atlas, node.id, side),
        sections=sections,
        flags="",
        sources=_sources(atlas, [node.row]),  # type: ignore[list-item]
    )
