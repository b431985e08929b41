"""The row of each table, typed. A column that holds a list is a tuple here; `;` separates its items in the file."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from atlas.facts.citations import Citation, parse_citations


def _split(cell: object) -> object:
    return tuple(part.strip() for part in cell.split(";") if part.strip()) if isinstance(cell, str) else cell


def _cited(cell: object) -> object:
    return parse_citations(cell) if isinstance(cell, str) else cell


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_.-]*$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Listed = Annotated[tuple[str, ...], BeforeValidator(_split)]
Place = Annotated[int, Field(ge=0)]
Measure = Annotated[float, Field(ge=0)]
YesNo = Literal["yes", "no"]


class Row(BaseModel):
    """Any row. `KEY` names the columns that identify it, `REFERS` the columns that name rows of other tables."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    REFERS: ClassVar[dict[str, tuple[str, ...]]] = {}

    @property
    def key(self) -> str | tuple[str, ...]:
        """The row's key: a string, or a tuple when several columns make it."""
        parts = tuple(_flat(getattr(self, column)) for column in self.KEY)
        return parts[0] if len(parts) == 1 else parts


def _flat(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ";".join(value)


class Claim(Row):
    """A row that states a fact: it cites, says how sure the literature is and whether the source was read."""

    cites: Annotated[tuple[Citation, ...], BeforeValidator(_cited)]
    confidence: Literal["consensus", "variable", "single-source"]
    checked: Literal["read", "second-hand", "memory"]
    note: str = ""


class Source(Row):
    id: Id
    authors: str = ""
    title: Words
    year: str = ""
    identifier: str = ""
    access: Literal["read", "excerpt", "second-hand", "memory"]
    note: str = ""


class Level(Row):
    id: Id
    name: Words
    order: Place


class Root(Claim):
    REFERS = {"key_point": ("territories",), "key_muscles": ("muscles",)}
    id: Id
    name: Words
    order: Place
    scope: Literal["core", "context"]
    exit: str = ""
    key_point: str = ""
    key_muscles: Listed = ()
    plain: Words


class Nerve(Claim):
    REFERS = {"part_of": ("nerves",), "roots": ("roots",), "main_roots": ("roots",)}
    id: Id
    name: Words
    kind: Literal["plexus", "trunk", "division", "nerve", "branch"]
    part_of: str = ""
    modality: Literal["motor", "sensory", "mixed"]
    roots: Listed
    main_roots: Listed = ()
    synonyms: Listed = ()
    course: str = ""
    vulnerable: Listed = ()


class Segment(Claim):
    REFERS = {"nerve": ("nerves",), "upstream": ("segments", "roots"), "level": ("levels",)}
    id: Id
    nerve: Id
    order: Place
    name: Words
    upstream: Listed = Field(alias="from")
    level: Id


class Muscle(Claim):
    REFERS = {"roots": ("roots",), "main_roots": ("roots",)}
    id: Id
    name: Words
    group: Words
    roots: Listed
    main_roots: Listed = ()
    synonyms: Listed = ()
    action: str = ""
    test: str = ""
    weakness: str = ""


class Reflex(Claim):
    REFERS = {"roots": ("roots",), "main_roots": ("roots",), "muscles": ("muscles",)}
    id: Id
    name: Words
    roots: Listed
    main_roots: Listed = ()
    synonyms: Listed = ()
    muscles: Listed = ()
    meaning: Words


class Territory(Claim):
    id: Id
    name: Words
    synonyms: Listed = ()
    plain: Words


class Supply(Claim):
    KEY = ("ending", "branch")
    REFERS = {"ending": ("muscles", "reflexes", "territories"), "branch": ("segments",), "roots": ("roots",)}
    ending: Id
    branch: Id
    role: Literal["main", "overlap"]
    roots: Listed = ()


class Contribution(Claim):
    KEY = ("root", "nerve", "division")
    REFERS = {"root": ("roots",), "nerve": ("nerves",)}
    root: Id
    nerve: Id
    division: Literal["anterior", "posterior", "both", "dorsal-ramus", "ventral-ramus"]
    share: Literal["main", "part"]


class DermatomeMap(Claim):
    id: Id
    name: Words
    year: str = ""
    order: Place
    default: YesNo
    selectable: YesNo
    method: Words
    basis: str = ""


class Dermatome(Claim):
    KEY = ("territory", "map")
    REFERS = {"territory": ("territories",), "map": ("dermatome_maps",), "roots": ("roots",)}
    territory: Id
    map: Id
    roots: Listed = ()
    standing: Literal["drawn", "silent", "blank"]
    detail: str = ""
    dissent: Listed = ()


class RootMeasure(Claim):
    KEY = ("as_named", "root", "measure", "cites")
    REFERS = {"muscle": ("muscles",), "root": ("roots",)}
    muscle: str = ""
    as_named: Words
    root: Listed
    measure: Words
    value: Words

    @property
    def key(self) -> tuple[str, ...]:
        return (self.as_named, ";".join(self.root), self.measure, ";".join(c.key for c in self.cites))


class Site(Claim):
    REFERS = {"on": ("segments", "roots")}
    id: Id
    name: Words
    on: Listed = ()
    standing: Literal["focal", "several", "off-graph"]
    where: Words
    site_key: str = ""
    synonyms: Listed = ()


class Condition(Claim):
    REFERS = {"sites": ("sites",)}
    id: Id
    name: Words
    group: Words
    sites: Listed = ()
    synonyms: Listed = ()
    in_article: YesNo
    sensory: str = ""
    motor: str = ""
    reflex: str = ""
    aggravating: str = ""
    easing: str = ""
    discriminators: str = ""
    red_flags: str = ""
    tests: str = ""
    imaging: str = ""
    electrodiagnosis: str = ""
    treatment: str = ""


class Weight(Claim):
    """How much one kind of way weighs beside another, and how far sources let that be doubted."""

    id: Literal["main_root", "other_root", "main_branch", "overlap_branch"]
    value: Measure
    low: Measure
    high: Measure
    says: Words


class RivalRoots(Claim):
    """Roots that some source gives an ending where the ending's own row gives others."""

    KEY = ("ending", "main_roots")
    REFERS = {"ending": ("muscles", "reflexes"), "roots": ("roots",), "main_roots": ("roots",)}
    ending: Id
    roots: Listed
    main_roots: Listed


class Clue(Claim):
    """A sign or circumstance: the phrases it goes by and the places or endings it speaks for or against.

    A phrase fits when each of its words begins a word of what was said. `seen_in`: endings whose loss is the clue
    itself. `softens`: kinds of finding that it makes less sure. `red_flag`: what to say before anything else.
    """

    REFERS = {
        "toward": ("sites", "segments", "roots", "muscles", "reflexes", "territories"),
        "away": ("sites", "segments", "roots", "muscles", "reflexes", "territories"),
        "seen_in": ("muscles", "reflexes", "territories"),
    }
    id: Id
    name: Words
    phrases: Listed
    strength: Literal["none", "weak", "moderate", "strong", "decisive"]
    toward: Listed = ()
    away: Listed = ()
    seen_in: Listed = ()
    softens: Listed = ()
    red_flag: str = ""


class Aspect(Row):
    id: Id
    name: Words
    order: Place
    group: Words
    figure: Words
    describe: Words


TABLES: dict[str, type[Row]] = {
    "sources": Source,
    "levels": Level,
    "roots": Root,
    "nerves": Nerve,
    "segments": Segment,
    "muscles": Muscle,
    "reflexes": Reflex,
    "territories": Territory,
    "supply": Supply,
    "contributions": Contribution,
    "dermatome_maps": DermatomeMap,
    "dermatomes": Dermatome,
    "root_measures": RootMeasure,
    "sites": Site,
    "conditions": Condition,
    "aspects": Aspect,
    "weights": Weight,
    "rival_roots": RivalRoots,
    "clues": Clue,
}
"""Table name → row type; the file is `<name>.csv`."""
OPTIONAL = {"weights", "rival_roots", "clues"}
"""Tables a region can do without: its roots then weigh the same, and signs say nothing."""
