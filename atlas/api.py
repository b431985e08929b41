"""The public Python API: load a data folder once, then ask it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.dataset.frames import frame_of
from atlas.dataset.loader import Dataset, load_dataset
from atlas.dataset.rows import Row
from atlas.dataset.translation.latin import in_latin
from atlas.dataset.translation.locales import ENGLISH, in_language, languages
from atlas.graph.lesion import Lesion, Lesions
from atlas.graph.nerve_graph import KIND_OF_TABLE, NerveGraph
from atlas.graph.pathway import Pathway, pathway
from atlas.reasoning.comparison.comparisons import Comparisons
from atlas.reasoning.comparison.result import Comparison
from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
from atlas.reasoning.localisation.findings import Findings
from atlas.reasoning.localisation.findings_parser import FindingsParser
from atlas.reasoning.localisation.localiser import Localisation, Localiser
from atlas.resources import resource_dir
from atlas.search.lesion_places import LesionPlaces
from atlas.search.names import Match, Names, UnknownName
from atlas.search.site_search import SiteSearch

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True)
class Node:
    """One selectable thing and the row that states it."""

    id: str
    kind: str
    name: str
    row: Row


class Atlas:
    """A sound set of facts with its graph.

    >>> from atlas import Atlas
    >>> atlas = Atlas.load()
    >>> atlas.pathway("L5").kind
    'root'
    """

    def __init__(self, dataset: Dataset):
        self.dataset = dataset
        self.nerve_graph = NerveGraph(dataset)

    @classmethod
    def load(cls, folder: str | Path | None = None, lang: str = ENGLISH) -> Atlas:
        """Read and check a data folder; without one, the data that the package carries. `lang`: of its texts.

        Raises DataProblems, which lists every problem, when the data set is not sound; ValueError for a language that
        there is no catalogue of.
        """
        dataset = load_dataset(Path(folder) if folder is not None else resource_dir("data"))
        return cls(in_language(dataset, lang))

    @property
    def folder(self) -> Path:
        """Where the facts were read from."""
        return self.dataset.folder

    @property
    def strings(self) -> dict[str, str]:
        """The catalogue of text for people: key → text."""
        return self.dataset.strings

    @property
    def language(self) -> str:
        """The language of its texts."""
        return self.dataset.language

    def in_language(self, language: str) -> Atlas:
        """The same atlas with texts in another language. It must be in English itself.

        Raises ValueError when there is no catalogue of the language, DataProblems when it cannot be read.
        """
        return Atlas(in_language(self.dataset, language))

    def in_latin(self) -> Atlas:
        """The same atlas with Latin names wherever there are any."""
        return Atlas(in_latin(self.dataset))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages in which its texts can be read; English comes first."""
        return languages(self.folder)

    @property
    def edition(self) -> dict[str, str]:
        """What there is to know about the data set as a whole; `version` is that of the data, not of the program.

        >>> sorted({"licence", "version"} - set(Atlas.load().edition))
        []
        """
        return {row.entry: row.value for row in self.dataset["edition"].values()}

    @property
    def default_map(self) -> str:
        """The id of the dermatome map used when none is named."""
        return self.nerve_graph.default_map

    @cached_property
    def maps(self) -> tuple[str, ...]:
        """The ids of the dermatome maps a person can choose, in order."""
        rows = sorted(self.dataset["dermatome_maps"].values(), key=lambda row: row.order)
        return tuple(row.id for row in rows if row.selectable == "yes")

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Every selectable thing by id, in anatomical order."""
        tables = {kind: table for table, kind in KIND_OF_TABLE.items()}
        found = {}
        for id_ in self.nerve_graph.order:
            kind = self.nerve_graph.kinds[id_]
            row = self.dataset[tables[kind]][id_]
            found[id_] = Node(id_, kind, row.name, row)
        return found

    @cached_property
    def names(self) -> Names:
        """The index of names."""
        return Names(self.nerve_graph)

    @cached_property
    def site_search(self) -> SiteSearch:
        """The index of names, and of what can be found beside the things that have them."""
        return SiteSearch(self.names, self.dataset)

    def node(self, id_: str) -> Node:
        """One thing by its id. Raises UnknownName."""
        if id_ not in self.nodes:
            raise UnknownName(id_, self.names.nearest(id_))
        return self.nodes[id_]

    def resolve(self, name: str) -> str:
        """The id for any id, official name or synonym. Raises UnknownName with the nearest names."""
        return self.names.resolve(name)

    def search(self, text: str, limit: int = 8) -> list[Match]:
        """Find things by name, synonym, plain words or a misspelling; best first."""
        return self.names.search(text, limit)

    def find(self, text: str, limit: int = 8) -> list[Match]:
        """As `search`, and also words of the glossary and pages of the atlas, whose ids are none of a thing.

        >>> Atlas.load().find("dermatome maps")[0].id
        'page:maps'
        """
        return self.site_search.search(text, limit)

    def pathway(self, name: str, map: str | None = None) -> Pathway:
        """The pathway of anything, by any of its names, the skin read by one dermatome map (an id).

        >>> "S1" in Atlas.load().pathway("first web space").roots
        False

        Raises UnknownName for the thing, and ValueError for the dermatome map, when there is none of that name.
        """
        return pathway(self.nerve_graph, self.resolve(name), self._chosen(map))

    def _chosen(self, map_id: str | None) -> str:
        chosen = map_id if map_id is not None else self.default_map
        if chosen not in self.dataset["dermatome_maps"]:
            known = ", ".join(self.dataset["dermatome_maps"])
            raise ValueError(f"there is no dermatome map '{chosen}'; the maps are {known}")
        return chosen

    @cached_property
    def lesion_places(self) -> LesionPlaces:
        """Where a lesion can be put, by any name."""
        return LesionPlaces(self.nerve_graph, self.names)

    @cached_property
    def lesions(self) -> Lesions:
        """What every lesion needs, worked out once."""
        return Lesions(self.nerve_graph)

    @cached_property
    def localiser(self) -> Localiser:
        """What every reasoning back needs, worked out once."""
        return Localiser(
            self.nerve_graph, self.lesion_places, ExpectedDeficits(self.nerve_graph, self.lesions.conduction)
        )

    @cached_property
    def findings_parser(self) -> FindingsParser:
        """Understands the names in findings."""
        return FindingsParser(self.names)

    def lesion(self, place: str, map: str | None = None) -> Lesion:
        """What is lost, reduced and spared when a site, segment, nerve or root is removed.

        >>> lesion = Atlas.load().lesion("tarsal tunnel")
        >>> "achilles" in lesion.spared, "sole_medial" in lesion.lost
        (True, True)

        Raises UnknownName when nothing goes by the name, ValueError when it is no one place on a nerve, or for the map.
        """
        site, on = self.lesion_places.find(place)
        return self.lesions.of(site, on, self._chosen(map))

    @cached_property
    def comparisons(self) -> Comparisons:
        """Comparisons of two places or conditions."""
        return Comparisons(self.lesion_places, self.lesions)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs that sources tell apart, as ids, in the order of the file."""
        return self.comparisons.pairs()

    def apart(self, one: str, other: str, map: str | None = None) -> Comparison:
        """Two places or conditions side by side: what both take, what only one does, what sources say separates them.

        >>> apart = Atlas.load().apart("root_L5", "common_fibular_neuropathy")
        >>> "gluteus_medius" in {taken.target for taken in apart.only_a}, apart.discriminators[0].strength
        (True, 'strong')

        Raises UnknownName when nothing goes by a name, ValueError when it is no place, or for the map.
        """
        return self.comparisons.compare(one, other, self._chosen(map))

    def localise(self, case: Mapping | Findings | None = None, **signs: Iterable[str]) -> Localisation:
        """The sites that the findings of a teaching case point to, in order of explanation; no probability.

        The findings are a case with the fields of the example cases, or lists by sign: weak (NAME or NAME:GRADE),
        normal, numb, intact, reduced_reflex, normal_reflex, pain and clue. What is not understood is listed.

        >>> found = Atlas.load().localise(weak=["tibialis anterior"], normal=["tibialis posterior"], numb=["first web"])
        >>> found.candidates[0]["unexplained"], found.red_flags
        ([], ())
        """
        if not isinstance(case, Findings):
            clues = signs.pop("clue", ())
            case = (
                self.findings_parser.parse_case(case)
                if case is not None
                else self.findings_parser.parse_signs(signs, clues)
            )
        return self.localiser.localise(case)

    def table(self, name: str) -> pandas.DataFrame:
        """A table of facts as a data frame, one row per claim; lists and citations are joined by `;`.

        >>> len(Atlas.load().table("muscles")) > 0
        True

        Raises ValueError when there is no such table.
        """
        if name not in self.dataset:
            raise ValueError(f"there is no table '{name}'; the tables are {', '.join(self.dataset)}")
        return frame_of(name, self.dataset[name].values())
