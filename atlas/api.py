"""The public Python API: load a data folder once, then ask questions about it.

networkx, pandas, Plotly, the search and the reasoning are imported by the methods that need them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from atlas.dataset.loader import Dataset, load_dataset
from atlas.dataset.rows import Row
from atlas.graph.lesion import Lesion, Lesions
from atlas.graph.nerve_graph import KIND_OF_TABLE, NerveGraph
from atlas.graph.pathway import Pathway, pathway
from atlas.lazy_property import cached_property
from atlas.resources import resource_dir

if TYPE_CHECKING:
    import networkx as nx
    import pandas

    from atlas.dataset.tables.joint_supply import JointSupply
    from atlas.reasoning.comparison.comparisons import Comparisons
    from atlas.reasoning.comparison.result import Comparison
    from atlas.reasoning.localisation.findings import Findings
    from atlas.reasoning.localisation.findings_parser import FindingsParser
    from atlas.reasoning.localisation.localiser import Localisation, Localiser
    from atlas.reasoning.nerve_studies.studies import Studies, StudyResults
    from atlas.reasoning.referred_pain import PainArea
    from atlas.reasoning.skin_cloud import SkinCloud
    from atlas.search.lesion_places import LesionPlaces
    from atlas.search.names import Match, Names
    from atlas.search.site_search import SiteSearch


@dataclass(frozen=True)
class Node:
    """One thing that can be selected, with the row that states it."""

    id: str
    kind: str
    name: str
    row: Row


class Atlas:
    """A valid data set with its graph.

    >>> from atlas import Atlas
    >>> atlas = Atlas.load()
    >>> atlas.pathway("L5").kind
    'root'
    """

    def __init__(self, dataset: Dataset, nerve_graph: NerveGraph | None = None, variants: Iterable[str] = ()) -> None:
        self.dataset, self.variants = dataset, tuple(variants)
        self.nerve_graph = nerve_graph or NerveGraph(dataset)

    @classmethod
    def load(cls, folder: str | Path | None = None, lang: str = "en", variants: Iterable[str] = ()) -> Atlas:
        """Read and check a data folder, by default the data of the package. `lang`: the language of its texts.

        `variants`: ids of how this person differs from the usual one; graph, pathways and lesions follow.

        >>> usual, varied = Atlas.load(), Atlas.load(variants=["accessory_deep_fibular"])
        >>> muscle, site = "extensor_digitorum_brevis", "nerve_deep_fibular_leg"
        >>> muscle in usual.lesion(site).lost, muscle in varied.lesion(site).lost
        (True, False)

        Raises DataProblems, which lists every problem, if the data set is not valid; ValueError for a language without
        a catalogue, for an unknown variant, and for two variants of which a person has only one.
        """
        dataset = load_dataset(Path(folder) if folder is not None else resource_dir("data"))
        atlas = cls(dataset).in_language(lang)
        return atlas.with_variants(variants) if variants else atlas

    @classmethod
    def of_graph(cls, nerve_graph: NerveGraph) -> Atlas:
        """The atlas of a graph that exists already."""
        return cls(nerve_graph.dataset, nerve_graph)

    def __repr__(self) -> str:
        parts = ("roots", "nerves", "muscles", "territories", "reflexes")
        counts = ", ".join(f"{len(self.dataset[part])} {part}" for part in parts)
        return f"Atlas({self.folder.name!r}, {self.language!r}: {counts})"

    @property
    def folder(self) -> Path:
        """The folder that the data set was read from."""
        return self.dataset.folder

    @property
    def strings(self) -> dict[str, str]:
        """The texts of the interface: key → text."""
        return self.dataset.strings

    @property
    def language(self) -> str:
        """The language of the texts."""
        return self.dataset.language

    def in_language(self, language: str) -> Atlas:
        """The same atlas with its texts in another language. This atlas must be in English.

        Raises ValueError if the language has no catalogue or this atlas is not in English, DataProblems if the
        catalogue cannot be read.
        """
        if language.casefold() == self.language.casefold():
            return self
        from atlas.dataset.translation.locales import ENGLISH, in_language

        if self.language != ENGLISH:
            raise ValueError(f"this atlas is in '{self.language}'; load it in English to change its language")
        known = {code.casefold(): code for code in self.languages}
        return self._with_words(in_language(self.dataset, known.get(language.casefold(), language)))

    def _with_words(self, dataset: Dataset) -> Atlas:
        """The atlas of the same data set with other words; what does not depend on them is computed once for both."""
        return Atlas(dataset, NerveGraph(dataset, same_anatomy=self.nerve_graph), self.variants)

    def with_variants(self, variants: Iterable[str]) -> Atlas:
        """The atlas of a person who has these variants. Raises ValueError as `load` does."""
        from atlas.dataset.variants import with_variants

        ids = tuple(dict.fromkeys((*self.variants, *variants)))
        return Atlas(with_variants(self.dataset, ids), variants=ids)

    def people(self, n: int, seed: int = 0) -> list[tuple[str, ...]]:
        """The variants of `n` people, drawn by how often studies found them. The same seed draws the same people.

        >>> people = Atlas.load().people(1000, seed=1)
        >>> 80 < sum("accessory_deep_fibular" in person for person in people) < 200
        True

        Raises ValueError if `n` is negative.
        """
        from atlas.reasoning.people import draw_people

        return draw_people(self.dataset, n, seed)

    @cached_property
    def skin_cloud(self) -> SkinCloud:
        """How often each patch of skin belongs to a nerve, in 200 people drawn by the rates of variants.

        >>> Atlas.load().skin_cloud.of("sural")["lateral_border"]
        1.0
        """
        from atlas.reasoning.skin_cloud import SkinCloud

        return self.nerve_graph.once("skin_cloud", lambda: SkinCloud(self.dataset))

    def referred_pain(self, origin: str | None = None) -> dict[str, tuple[PainArea, ...]]:
        """Where the pain of joints, discs and muscles is felt without a lesion of a nerve: origin → its areas.

        origin: the id or name of one; by default all. Each area has its patches of skin, and a row for each study with
        a rate in per cent or a word.

        >>> areas = Atlas.load().referred_pain("sacroiliac joint")["sacroiliac_joint"]
        >>> [(area.place, [row.rate for row in area.studies]) for area in areas if area.area == "groin"]
        [('the groin', [14.0, 44.0])]

        Raises ValueError for an unknown origin.
        """
        from atlas.reasoning.referred_pain import find_origin, referred_pain

        found = referred_pain(self.dataset)
        if origin is None:
            return found
        id_ = find_origin(self.dataset, origin)
        return {id_: found[id_]}

    def joints(self, name: str | None = None) -> dict[str, tuple[JointSupply, ...]]:
        """Which nerves feel which joint: joint → its rows, in order, each with a branch and the part that it reaches.

        name: the id, name or synonym of a joint; by default all. A row has a rate in per cent where one was read.

        >>> rows = Atlas.load().joints("hip joint")["hip"]
        >>> [(row.rate, row.n) for row in rows if row.nerve == "femoral" and row.rate is not None]
        [(100.0, 13)]

        Raises ValueError for an unknown joint.
        """
        from atlas.reasoning.joint_supply import find_joint, joint_supply

        found = joint_supply(self.dataset)
        if name is None:
            return found
        id_ = find_joint(self.dataset, name)
        return {id_: found[id_]}

    def in_latin(self) -> Atlas:
        """The same atlas with Latin names wherever there are any."""
        from atlas.dataset.translation.latin import in_latin

        return self._with_words(in_latin(self.dataset))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that the texts are available in; English comes first."""
        from atlas.dataset.translation.locales import languages

        return languages(self.folder)

    @property
    def edition(self) -> dict[str, str]:
        """Facts about the data set as a whole; `version` is that of the data, not of the program.

        >>> sorted({"licence", "version"} - set(Atlas.load().edition))
        []
        """
        return {row.entry: row.value for row in self.dataset.edition.values()}

    @property
    def default_map(self) -> str:
        """The id of the dermatome map that is used if none is named."""
        return self.nerve_graph.default_map

    @cached_property
    def maps(self) -> tuple[str, ...]:
        """The ids of the dermatome maps that a reader can choose, in order."""
        ordered = sorted(self.dataset.dermatome_maps.values(), key=lambda row: row.order)
        return tuple(row.id for row in ordered if row.selectable == "yes")

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Everything that can be selected, by id, in anatomical order."""
        tables = {kind: table for table, kind in KIND_OF_TABLE.items()}
        found = {}
        for id_ in self.nerve_graph.order:
            kind = self.nerve_graph.kinds[id_]
            row = self.dataset[tables[kind]][id_]
            found[id_] = Node(id_, kind, cast(Any, row).name, row)
        return found

    @cached_property
    def graph(self) -> nx.DiGraph[str]:
        """What fibres run through or end in, as a frozen networkx graph with edges from proximal to distal.

        Nodes are roots, segments, muscles, patches of skin and reflexes, with the attributes `kind`, `name`, `level`,
        `confidence`, `cites` and, for segments, `nerve`. Edges have `kind` ("carries" or "innervates"), `role` ("main"
        or "overlap"), `roots` (id of a dermatome map → frozenset of root ids), `confidence` and `cites`.

        A nerve mixes the fibres of several roots, so `networkx.descendants` finds too much: use `reachable` and `path`.

        >>> atlas = Atlas.load()
        >>> atlas.graph.nodes["achilles"]["kind"]
        'reflex'
        >>> edge = atlas.graph.edges["femoral.inguinal", "patellar"]
        >>> edge["kind"], "L4" in edge["roots"][atlas.default_map]
        ('innervates', True)
        """
        from atlas.graph.public_graph import public_graph

        return public_graph(self.nerve_graph)  # a copy of its own, since attributes of a frozen graph can be changed

    def reachable(self, root: str, map: str | None = None) -> frozenset[str]:
        """The ids of all nodes of `graph` that the fibres of a root reach, including the root itself.

        root: any name of a root. map: id of a dermatome map; it only matters for the skin.

        >>> "first_web_dorsal" in Atlas.load().reachable("L5"), "first_web_dorsal" in Atlas.load().reachable("L3")
        (True, False)

        Raises UnknownName for an unknown name, ValueError if the name is not a root, or for an unknown map.
        """
        from atlas.graph.public_graph import reachable

        return reachable(self.nerve_graph, self._root(root), self._map_id(map))

    def path(self, root: str, target: str, map: str | None = None) -> tuple[str, ...]:
        """The shortest route along which fibres of a root run to a node of `graph`, as ids from the root to the node.

        root: any name of a root. target: any name of a muscle, patch of skin, reflex, segment or root.
        map: id of a dermatome map; it only matters for the skin.

        >>> Atlas.load().path("L4", "patellar reflex")
        ('L4', 'lumbar_plexus', 'femoral.pelvis', 'femoral.inguinal', 'patellar')

        Raises UnknownName for an unknown name; ValueError if the first name is not a root, if the second is not a node
        of the graph, if no fibre of the root reaches it, or for an unknown map.
        """
        from atlas.graph.public_graph import path

        start, end = self._root(root), self.resolve(target)
        if end not in self.nerve_graph.public:
            node = self.node(end)
            segments = ", ".join(self.nerve_graph.segments_of.get(end, ()))
            hint = f"; name one of its segments: {segments}" if segments else ""
            raise ValueError(f"'{node.name}' is a {node.kind}, not a node of the graph{hint}")
        return path(self.nerve_graph, start, end, self._map_id(map))

    def _root(self, name: str) -> str:
        id_ = self.resolve(name)
        if id_ not in self.nerve_graph.bits:
            kind = self.node(id_).kind
            raise ValueError(f"'{name}' is a {kind}, not a root; the roots are {', '.join(self.nerve_graph.bits)}")
        return id_

    @cached_property
    def names(self) -> Names:
        """The index of names."""
        from atlas.search.names import Names

        return Names(self.nerve_graph)

    @cached_property
    def site_search(self) -> SiteSearch:
        """The index of names, of the words of the glossary and of the pages of the atlas."""
        from atlas.search.site_search import SiteSearch

        return SiteSearch(self.names, self.dataset)

    def node(self, id_: str) -> Node:
        """One thing by its id. Raises UnknownName."""
        if id_ not in self.nodes:
            from atlas.search.names import UnknownName

            raise UnknownName(id_, self.names.nearest(id_))
        return self.nodes[id_]

    def resolve(self, name: str) -> str:
        """The id for any id, official name, synonym or everyday words for one thing.

        Raises UnknownName with the nearest names, AmbiguousName for words that mean several things.
        """
        if name in self.nerve_graph.kinds:  # an id needs no index of names
            return name
        return self.names.resolve(name)

    def search(self, text: str, limit: int = 8) -> list[Match]:
        """Find things by name, synonym, plain words or a misspelling; best first. All words of the text must match."""
        return self.names.search(text, limit)

    def find(self, text: str, limit: int = 8) -> list[Match]:
        """Like `search`, but also find words of the glossary and pages of the atlas, whose ids are not those of nodes.

        >>> Atlas.load().find("dermatome maps")[0].id
        'page:maps'
        """
        return self.site_search.search(text, limit)

    def near(self, text: str) -> list[Match]:
        """What is near a text that `find` does not find: names that share a rare word with it, often none.

        >>> Atlas.load().near("restless legs")
        []
        """
        return self.site_search.near(text)

    def suggested(self, text: str, limit: int = 8) -> list[Match]:
        """What a text points to that `find` does not find by name, read as a circumstance or complaint of a case.

        >>> [match.id for match in Atlas.load().suggested("numb outer thigh tight jeans", 1)]
        ['meralgia_paraesthetica']
        """
        from atlas.reasoning.circumstances import suggestions

        if self.names.is_of_elsewhere(text):
            return []
        return suggestions(self.dataset, self.localise(clue=[text]), text, limit)

    def pathway(self, name: str, map: str | None = None) -> Pathway:
        """The pathway of anything, by any of its names. `map`: id of the dermatome map that assigns skin to roots.

        >>> "S1" in Atlas.load().pathway("first web space").roots
        False

        Raises UnknownName for an unknown name, ValueError for an unknown dermatome map.
        """
        return pathway(self.nerve_graph, self.resolve(name), self._map_id(map))

    def _map_id(self, map_id: str | None) -> str:
        chosen = map_id if map_id is not None else self.default_map
        known = {id_.casefold(): id_ for id_ in self.dataset.dermatome_maps}
        if chosen.casefold() not in known:
            raise ValueError(f"there is no dermatome map '{chosen}'; the maps are {', '.join(known.values())}")
        return known[chosen.casefold()]

    @cached_property
    def lesion_places(self) -> LesionPlaces:
        """Where a lesion can be, by any name."""
        from atlas.search.lesion_places import LesionPlaces

        return LesionPlaces(self.nerve_graph, self.names)

    @cached_property
    def lesions(self) -> Lesions:
        """Lesions, with what every lesion needs computed once."""
        return Lesions(self.nerve_graph)

    @cached_property
    def localiser(self) -> Localiser:
        """Localises lesions, with what every localisation needs computed once."""
        from atlas.reasoning.localisation.expected_deficits import ExpectedDeficits
        from atlas.reasoning.localisation.localiser import Localiser

        graph = self.nerve_graph
        deficits = graph.once("expected_deficits", lambda: ExpectedDeficits(graph, graph.conduction))
        return Localiser(graph, self.lesion_places, deficits, known_variants=self.variants)

    @cached_property
    def findings_parser(self) -> FindingsParser:
        """Understands the names in findings."""
        from atlas.reasoning.localisation.findings_parser import FindingsParser

        return FindingsParser(self.names)

    def lesion(self, place: str, map: str | None = None, severity: str | None = None) -> Lesion:
        """What is lost, reduced and spared in a lesion of a site, segment, nerve, root or condition.

        place: any name of a place. map: id of the dermatome map that assigns skin to roots; below the roots it has no
        effect. severity: "complete", "partial" or "intermittent"; by default the usual one of the site.

        >>> lesion = Atlas.load().lesion("tarsal tunnel")
        >>> "achilles" in lesion.spared, "sole_medial" in lesion.lost
        (True, True)

        Raises UnknownName for an unknown name, ValueError if the name is not a single place on a nerve, or for an
        unknown map or severity.
        """
        from atlas.graph.severity import severity_of, usual_severity

        site, on = self.lesion_places.find(place)
        chosen = severity_of(severity) if severity is not None else usual_severity(self.nerve_graph, site)
        return self.lesions.of(site, on, self._map_id(map), chosen)

    @cached_property
    def nerve_studies(self) -> Studies:
        """Predictions of nerve studies, with what all need computed once."""
        from atlas.reasoning.nerve_studies.studies import Studies

        return Studies(self.nerve_graph)

    def studies(
        self, place: str, days: int = 21, injury: str = "axon-loss", severity: str | None = None
    ) -> StudyResults:
        """What nerve conduction studies and needle EMG are expected to show after a lesion, and why.

        place, severity: as for `lesion`. days: 0 to 730, since the onset. injury: "axon-loss", "conduction-block" or
        "demyelination".

        >>> results = Atlas.load().studies("common fibular nerve at the fibular neck")
        >>> {row.id: row.expected for row in results.studies}["superficial_fibular_sensory"]
        'absent'
        >>> {row.id: row.expected for row in Atlas.load().studies("L5").studies}["superficial_fibular_sensory"]
        'normal'

        Raises UnknownName for an unknown name, ValueError if the name is not a single place on a nerve, and for an
        unknown day, injury or severity.
        """
        from atlas.graph.severity import severity_of, usual_severity
        from atlas.reasoning.nerve_studies.course import day_of, injury_of

        site, on = self.lesion_places.find(place)
        chosen = severity_of(severity) if severity is not None else usual_severity(self.nerve_graph, site)
        return self.nerve_studies.results(site, on, day_of(days), injury_of(injury), chosen)

    @cached_property
    def comparisons(self) -> Comparisons:
        """Comparisons of two places or conditions."""
        from atlas.reasoning.comparison.comparisons import Comparisons

        return Comparisons(self.lesion_places, self.lesions)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs of places or conditions that sources compare, as ids, in the order of the file."""
        return self.comparisons.pairs()

    def compare(self, one: str, other: str, map: str | None = None) -> Comparison:
        """Compare two places or conditions: what both affect, what only one affects, and what sources say.

        one, other: any names of places or conditions. map: id of the dermatome map that assigns skin to roots.

        >>> comparison = Atlas.load().compare("root_L5", "common_fibular_neuropathy")
        >>> "gluteus_medius" in {loss.target for loss in comparison.only_a}, comparison.discriminators[0].strength
        (True, 'strong')

        Raises UnknownName for an unknown name, ValueError if the name is not a place, or for an unknown map.
        """
        return self.comparisons.compare(one, other, self._map_id(map))

    def apart(self, one: str, other: str, map: str | None = None) -> Comparison:
        """An alias of `compare`."""
        return self.compare(one, other, map)

    def localise(
        self,
        case: Mapping[str, Any] | Findings | None = None,
        *,
        study: Iterable[str] = (),
        days: int | None = None,
        injury: str | None = None,
        **signs: Iterable[str],
    ) -> Localisation:
        """The sites that would explain the findings of a teaching case, best first; never a probability.

        The findings are a case with the fields of the example cases, or lists by sign: weak (NAME or NAME:GRADE),
        normal, numb, intact, reduced_reflex, normal_reflex, pain and clue. The result lists unrecognised names.

        study: results of nerve studies, as in "sural_sensory:absent" or "emg tibialis_anterior:fibrillations". days:
        since the onset, when they were made (21 by default). injury: axon-loss, conduction-block or demyelination; by
        default axon loss, unless another kind fits a place clearly better. Raises ValueError for another day or injury.

        >>> found = Atlas.load().localise(weak=["tibialis anterior"], normal=["tibialis posterior"], numb=["first web"])
        >>> found.candidates[0]["unexplained"], found.red_flags
        ([], ())
        >>> found = Atlas.load().localise(
        ...     weak=["tibialis anterior"], numb=["first web"], study=["superficial_fibular_sensory:normal"]
        ... )
        >>> found.candidates[0]["site_key"], found.next_study["id"] != "superficial_fibular_sensory"
        ('nerve_deep_fibular_leg', True)
        """
        from atlas.reasoning.localisation.findings import Findings

        if not isinstance(case, Findings):
            clues = signs.pop("clue", ())
            case = (
                self.findings_parser.parse_case(case)
                if case is not None
                else self.findings_parser.parse_signs(signs, clues, study, days, injury)
            )
        return self.localiser.localise(case)

    def table(self, name: str) -> pandas.DataFrame:
        """A table of the data set as a data frame, one row per claim, with `id` first, then the other columns.

        Lists are tuples, citations tuples of text such as "key[where]", yes/no columns booleans, and numbers numbers.

        >>> muscles = Atlas.load().table("muscles").set_index("id")
        >>> muscles.loc["tibialis_anterior", "main_roots"]
        ('L4', 'L5')

        Raises ValueError for an unknown table.
        """
        if name not in self.dataset:
            raise ValueError(f"there is no table '{name}'; the tables are {', '.join(self.dataset)}")
        from atlas.dataset.frames import frame_of_table

        return frame_of_table(self.dataset, name)
