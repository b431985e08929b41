"""What stands on a handout: one thing in one voice, its figures, its sources. Nothing here knows of paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from atlas.api import Atlas, Node
from atlas.dataset.rows import Claim
from atlas.dataset.tables.plain_text import PARTS
from atlas.export.handout.pictures import Picture, bare, pictures_of
from atlas.figures.unlabelled import clearest_view
from atlas.graph.pathway_chains import by_nerve
from atlas.web.layout.evidence import short_name

VOICES = ("plain", "clinical")
CLINICAL = {
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
"""Kind → the columns that the clinical voice tells; labels are keys of `field.…`."""
LABELS = {"test": "tested"}
"""Columns whose label has another name."""
MOST_SOURCES = 8
MOST_NAMED = {"plain": 6, "clinical": 14}
WAYS = 2


@dataclass(frozen=True)
class Handout:
    """One sheet. `sections`: heading (may be empty) → text or list of lines."""

    title: str
    kind: str
    address: str
    pictures: list[Picture]
    sections: list[tuple[str, str | list[str]]]
    flags: str
    sources: list[str]
    also: tuple[str, ...] = field(default=())


def _plain(atlas: Atlas, node: Node) -> list[tuple[str, str | list[str]]]:
    words, rows = atlas.strings, atlas.dataset["plain_text"]
    of = node.id if (node.id, PARTS[0]) in rows else getattr(node.row, "nerve", node.id)
    told = [(part, rows[of, part].text) for part in PARTS[:-1] if (of, part) in rows]
    return [(words[f"handout.{part}"] if part != PARTS[0] else "", text) for part, text in told]


def _clinical(atlas: Atlas, node: Node) -> list[tuple[str, str | list[str]]]:
    found = []
    for column in CLINICAL.get(node.kind, ()):
        value = getattr(node.row, column)
        text = "; ".join(value) if isinstance(value, tuple) else value
        if text:
            unchecked = column in getattr(node.row, "unchecked", ()) or node.row.checked == "memory"
            doubt = f" ({atlas.strings['chip.memory']})" if unchecked else ""
            label = atlas.strings[f"field.{LABELS.get(column, column)}"]
            found.append((label.rstrip(":"), text + doubt))
    return found


def _named(atlas: Atlas, ids, voice: str) -> str:
    names, most = [atlas.node(id_).name for id_ in ids], MOST_NAMED[voice]
    more = len(names) - most
    told = ", ".join(names[:most])
    return told + (" " + atlas.strings["handout.more"].replace("{n}", str(more)) if more > 0 else "")


def _way(atlas: Atlas, node: Node, voice: str) -> list[tuple[str, str | list[str]]]:
    found = atlas.pathway(node.id)
    chains = dict.fromkeys(by_nerve(atlas.nerve_graph, chain) for chain in found.chains)
    lines = [" → ".join(atlas.node(id_).name for id_ in chain) for chain in list(chains)[:WAYS]]
    listed = [(kind, getattr(found, kind)) for kind in ("muscles", "territories", "reflexes")]
    on_it = [
        (atlas.strings[f"panel.{kind}"], _named(atlas, ids, voice)) for kind, ids in listed if ids and ids != (node.id,)
    ]
    return [*([(atlas.strings["panel.chains"], lines)] if lines else []), *(on_it if node.kind != "condition" else [])]


def _sources(atlas: Atlas, rows: list[Claim]) -> list[str]:
    keys = dict.fromkeys(cited.key for row in rows for cited in row.cites)
    return [short_name(atlas.dataset["sources"][key]) for key in list(keys)[:MOST_SOURCES]]


def _address(home: str, **state: str) -> str:
    asked = "&".join(f"{key}={quote(value, safe=',:.')}" for key, value in state.items() if value)
    return f"{home}?{asked}" if asked else home


def of_thing(atlas: Atlas, name: str, voice: str, home: str) -> Handout:
    """The handout of anything by any of its names. home: the address of the atlas, for the code.

    Raises UnknownName when nothing goes by the name, ValueError for an unknown voice.
    """
    _known(voice)
    node = atlas.node(atlas.resolve(name))
    plain = voice == VOICES[0]
    rows = atlas.dataset["plain_text"]
    own = rows[node.id, PARTS[-1]].text if (node.id, PARTS[-1]) in rows else ""
    mode = {"mode": "conditions"} if node.kind == "condition" else {}
    return Handout(
        title=node.name,
        kind=atlas.strings[f"kind.{node.kind}"],
        address=_address(home, **mode, select=node.id, voice="plain" if plain else ""),
        pictures=pictures_of(atlas, node.id),
        sections=[*(_plain(atlas, node) if plain else _clinical(atlas, node)), *_way(atlas, node, voice)],
        flags=own if plain else getattr(node.row, "red_flags", ""),
        sources=_sources(atlas, [node.row]),
        also=tuple(getattr(node.row, "synonyms", ()))[:4],
    )


def of_lesion(atlas: Atlas, name: str, voice: str, home: str) -> Handout:
    """The handout of a lesion at a place by any of its names: what would be numb, weak, dulled, and what is spared.

    Raises UnknownName or ValueError as `Atlas.lesion` does.
    """
    _known(voice)
    lesion, words = atlas.lesion(name), atlas.strings
    node, skin = atlas.node(lesion.site), atlas.dataset["territories"]
    muscles = atlas.dataset["muscles"]
    numb, partly = [e for e in lesion.lost if e in skin], [e for e in lesion.reduced if e in skin]
    lists = [
        ("numb", numb),
        ("dulled", partly),
        ("weak", [e for e in lesion.lost if e in muscles]),
        ("weaker", [e for e in lesion.reduced if e in muscles]),
        ("jerks", [*lesion.reflexes_lost, *lesion.reflexes_reduced]),
    ]
    sections = [(words[f"handout.{key}"], _named(atlas, ids, voice)) for key, ids in lists if ids]
    could_not = "; ".join(lesion.could_not[:6])
    view = clearest_view(atlas, [*numb, *partly]) if numb or partly else None
    where = _plain(atlas, node)[:1] if voice == VOICES[0] else _clinical(atlas, node)[:1]
    return Handout(
        title=words["handout.lesion.title"].replace("{name}", node.name),
        kind=words["handout.lesion"],
        address=_address(home, mode="lesion", lesion=lesion.site, voice="plain" if voice == VOICES[0] else ""),
        pictures=[bare(atlas, view, [*numb, *partly])] if view else pictures_of(atlas, node.id),
        sections=[*where, *sections, *([(words["handout.could_not"], could_not)] if could_not else [])],
        flags="",
        sources=_sources(atlas, [node.row]),
    )


def _known(voice: str) -> None:
    if voice not in VOICES:
        raise ValueError(f"there is no voice '{voice}'; the voices are {', '.join(VOICES)}")
