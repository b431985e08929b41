"""The schema: every table of a data set and the type of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from atlas.dataset.rows import Row
from atlas.dataset.tables.article import ArticleClaim, Passage, SideBySide
from atlas.dataset.tables.bones import Bone
from atlas.dataset.tables.clinical import (
    Clue,
    ClueWord,
    Combination,
    Condition,
    ConditionGroup,
    Discriminator,
    Examination,
    Occurrence,
    Reach,
    Site,
)
from atlas.dataset.tables.condition_codes import ConditionCode
from atlas.dataset.tables.courses import Course, ReflexPlace, SitePlace, Waypoint
from atlas.dataset.tables.data_dictionary import ColumnMeaning, TableMeaning
from atlas.dataset.tables.dermatomes import Dermatome, DermatomeMap, MapReason
from atlas.dataset.tables.edition import EditionEntry, Identifier, LatinName
from atlas.dataset.tables.emergencies import EmergencyRule, EmergencySign, SpeechWords
from atlas.dataset.tables.examination import ExamAccuracy, ExamTest
from atlas.dataset.tables.joint_supply import JointSupply, SuppliedJoint
from atlas.dataset.tables.movement import Joint, NerveStrain, Pose, PoseFrame
from atlas.dataset.tables.myotomes import MuscleGroup, RootMeasure, RootSeries
from atlas.dataset.tables.nerve_studies import (
    ElectrodeView,
    GanglionException,
    InjuryTime,
    NeedleMuscle,
    NeedleRegion,
    NerveLength,
    Study,
    StudyLimit,
    StudyPitfall,
    StudyPoint,
)
from atlas.dataset.tables.nerves import Contribution, Nerve, Root, Segment
from atlas.dataset.tables.plain_text import BannedPhrase, EmergencyNumber, GlossaryTerm, KnownWord, PlainText, RedFlag
from atlas.dataset.tables.referred_pain import PainFinding, PainOrigin, ReferredPain
from atlas.dataset.tables.reviews import Review
from atlas.dataset.tables.search_terms import Equivalents, EverydayWords, Wording
from atlas.dataset.tables.sources import BodyChart, Level, Plate, Region, Source, View
from atlas.dataset.tables.stories import Story
from atlas.dataset.tables.targets import Autonomous, Field, Innervation, Muscle, Reflex, RivalRoots, Territory, Weight
from atlas.dataset.tables.teaching_cases import TeachingCase
from atlas.dataset.tables.themes import ThemeColour
from atlas.dataset.tables.tours import Tour, TourChoice, TourStep
from atlas.dataset.tables.variants import (
    Variant,
    VariantCourse,
    VariantField,
    VariantInnervation,
    VariantNerve,
    VariantRate,
    VariantSegment,
)

if TYPE_CHECKING:
    from atlas.dataset.dataset import Dataset

K = TypeVar("K")
R = TypeVar("R", bound=Row)
_Pair = tuple[str, str]
_Triple = tuple[str, str, str]


class Table(Generic[K, R]):
    """A table as an attribute of a `Dataset`: a dict from key to row, in the order of the file."""

    def __init__(self, row: type[R], name: str = ""):
        self.row, self.name = row, name

    def __set_name__(self, owner: type, attribute: str) -> None:
        self.name = self.name or attribute

    def __get__(self, dataset: Dataset, owner: type) -> dict[K, R]:
        return cast("dict[K, R]", dataset.tables[self.name])


class Schema:
    """The tables in the order in which they are read and listed.

    Each attribute has the name of its table, except for the last three, whose names clash with other attributes.
    """

    sources = Table[str, Source](Source)
    levels = Table[str, Level](Level)
    roots = Table[str, Root](Root)
    nerves = Table[str, Nerve](Nerve)
    segments = Table[str, Segment](Segment)
    muscles = Table[str, Muscle](Muscle)
    reflexes = Table[str, Reflex](Reflex)
    territories = Table[str, Territory](Territory)
    innervation = Table[_Pair, Innervation](Innervation)
    fields = Table[_Pair, Field](Field)
    contributions = Table[_Triple, Contribution](Contribution)
    supplied_joints = Table[str, SuppliedJoint](SuppliedJoint)
    joint_supply = Table[str, JointSupply](JointSupply)
    dermatome_maps = Table[str, DermatomeMap](DermatomeMap)
    dermatomes = Table[_Pair, Dermatome](Dermatome)
    map_reasons = Table[str, MapReason](MapReason)
    muscle_groups = Table[str, MuscleGroup](MuscleGroup)
    root_series = Table[str, RootSeries](RootSeries)
    root_measures = Table[tuple[str, str, str, str], RootMeasure](RootMeasure)
    sites = Table[str, Site](Site)
    condition_groups = Table[str, ConditionGroup](ConditionGroup)
    conditions = Table[str, Condition](Condition)
    condition_codes = Table[_Triple, ConditionCode](ConditionCode)
    pain_origins = Table[str, PainOrigin](PainOrigin)
    pain_findings = Table[str, PainFinding](PainFinding)
    referred_pain = Table[_Triple, ReferredPain](ReferredPain)
    views = Table[str, View](View)
    plates = Table[str, Plate](Plate)
    body_charts = Table[str, BodyChart](BodyChart)
    regions = Table[str, Region](Region)
    weights = Table[str, Weight](Weight)
    rival_roots = Table[_Pair, RivalRoots](RivalRoots)
    clues = Table[str, Clue](Clue)
    clue_words = Table[str, ClueWord](ClueWord)
    combinations = Table[str, Combination](Combination)
    examinations = Table[str, Examination](Examination)
    discriminators = Table[_Triple, Discriminator](Discriminator)
    teaching_cases = Table[str, TeachingCase](TeachingCase)
    occurrences = Table[str, Occurrence](Occurrence)
    reach = Table[str, Reach](Reach)
    wordings = Table[str, Wording](Wording)
    everyday = Table[str, EverydayWords](EverydayWords)
    equivalents = Table[str, Equivalents](Equivalents)
    bones = Table[str, Bone](Bone)
    waypoints = Table[str, Waypoint](Waypoint)
    courses = Table[_Pair, Course](Course)
    site_places = Table[str, SitePlace](SitePlace)
    reflex_places = Table[str, ReflexPlace](ReflexPlace)
    variants = Table[str, Variant](Variant)
    variant_rates = Table[_Pair, VariantRate](VariantRate)
    variant_nerves = Table[_Pair, VariantNerve](VariantNerve)
    variant_segments = Table[_Pair, VariantSegment](VariantSegment)
    variant_innervation = Table[_Triple, VariantInnervation](VariantInnervation)
    variant_fields = Table[_Triple, VariantField](VariantField)
    variant_courses = Table[_Triple, VariantCourse](VariantCourse)
    studies = Table[str, Study](Study)
    study_points = Table[_Pair, StudyPoint](StudyPoint)
    study_limits = Table[str, StudyLimit](StudyLimit)
    study_pitfalls = Table[str, StudyPitfall](StudyPitfall)
    injury_times = Table[str, InjuryTime](InjuryTime)
    ganglion_exceptions = Table[tuple[str, str, str, str], GanglionException](GanglionException)
    needle_regions = Table[str, NeedleRegion](NeedleRegion)
    needle_muscles = Table[str, NeedleMuscle](NeedleMuscle)
    nerve_lengths = Table[str, NerveLength](NerveLength)
    electrode_views = Table[tuple[str, int, str], ElectrodeView](ElectrodeView)
    exam_tests = Table[str, ExamTest](ExamTest)
    exam_accuracy = Table[str, ExamAccuracy](ExamAccuracy)
    themes = Table[str, ThemeColour](ThemeColour)
    autonomous = Table[_Pair, Autonomous](Autonomous)
    article_claims = Table[str, ArticleClaim](ArticleClaim)
    article = Table[str, Passage](Passage)
    side_by_side = Table[str, SideBySide](SideBySide)
    stories = Table[str, Story](Story)
    joints = Table[str, Joint](Joint)
    poses = Table[str, Pose](Pose)
    pose_frames = Table[_Triple, PoseFrame](PoseFrame)
    nerve_strain = Table[_Triple, NerveStrain](NerveStrain)
    tours = Table[str, Tour](Tour)
    tour_steps = Table[_Pair, TourStep](TourStep)
    tour_choices = Table[_Triple, TourChoice](TourChoice)
    plain_text = Table[_Pair, PlainText](PlainText)
    glossary = Table[str, GlossaryTerm](GlossaryTerm)
    known_words = Table[str, KnownWord](KnownWord)
    red_flags = Table[str, RedFlag](RedFlag)
    emergency_signs = Table[str, EmergencySign](EmergencySign)
    emergency_rules = Table[_Triple, EmergencyRule](EmergencyRule)
    speech_words = Table[str, SpeechWords](SpeechWords)
    emergency = Table[str, EmergencyNumber](EmergencyNumber)
    banned = Table[str, BannedPhrase](BannedPhrase)
    identifiers = Table[_Triple, Identifier](Identifier)
    edition = Table[str, EditionEntry](EditionEntry)
    reviews = Table[tuple[str, str, str, str], Review](Review)
    latin_names = Table[str, LatinName](LatinName, "latin")
    table_meanings = Table[str, TableMeaning](TableMeaning, "tables")
    column_meanings = Table[_Pair, ColumnMeaning](ColumnMeaning, "columns")


TABLES: dict[str, type[Row]] = {table.name: table.row for table in vars(Schema).values() if isinstance(table, Table)}
"""Table name → row type."""
OPTIONAL = {
    *("plates", "regions", "weights", "rival_roots", "clues", "examinations", "discriminators", "condition_groups"),
    *("teaching_cases", "occurrences", "wordings", "bones", "autonomous", "combinations", "reach"),
    *(
        "waypoints",
        "courses",
        "site_places",
        "reflex_places",
        "muscle_groups",
        "root_series",
        "everyday",
        "map_reasons",
    ),
    *("equivalents", "clue_words"),
    *("article_claims", "article", "side_by_side", "stories", "tours", "tour_steps", "tour_choices"),
    *("joints", "poses", "pose_frames", "nerve_strain"),
    *("variants", "variant_rates", "variant_nerves", "variant_segments", "variant_innervation"),
    *("variant_fields", "variant_courses"),
    *("pain_origins", "referred_pain", "pain_findings", "body_charts", "supplied_joints", "joint_supply"),
    *("studies", "study_points", "study_limits", "study_pitfalls", "injury_times", "ganglion_exceptions"),
    *("needle_regions", "needle_muscles", "nerve_lengths", "electrode_views", "exam_tests", "exam_accuracy"),
    *("latin", "identifiers", "edition", "plain_text", "known_words", "red_flags", "emergency"),
    *("emergency_signs", "emergency_rules", "speech_words", "condition_codes", "reviews"),
}
"""Tables that a data set can omit. Without plates, all views form one plate; without weights, all routes weigh 1."""
BORROWED = {"themes", "tables", "columns", "glossary", "banned"}
"""Tables about the page rather than a region of the body. A data folder that omits one gets it from the package."""
TARGETS = ("muscles", "territories", "reflexes")
"""The tables of what nerves innervate."""
