"""Nerve conduction studies and needle EMG: what is tested, its limits in healthy people, and how it changes by day."""

from __future__ import annotations

from typing import Final, Literal

from atlas.dataset.cells import Count, Fraction, Id, Measure, NonNegative, Order, Percent, Text, TextList, WholeNumber
from atlas.dataset.rows import Claim, Row

StudyKind = Literal["motor", "sensory", "mixed", "h_reflex", "f_wave"]
Quantity = Literal[
    "amplitude",
    "onset_latency",
    "peak_latency",
    "velocity",
    "minimal_latency",
    "side_difference_latency",
    "side_ratio_amplitude",
    "drop_amplitude",
    "drop_velocity",
]
NORMAL_RESULT: Final = "normal"
STUDY_RESULTS = (NORMAL_RESULT, "reduced", "absent", "slowed")
NEEDLE_RESULTS = (NORMAL_RESULT, "fibrillations")
"""What a nerve study, and needle EMG of a muscle at rest, can show."""
NEEDLE = "emg "
"""The key of a needle muscle begins with this, because a muscle can have the same id as its needle EMG."""

LAST_PREDICTED_DAY = 730
"""Two years after an injury, after which nothing more is predicted."""


class Study(Claim):
    """A nerve conduction study.

    `muscle`: recorded from, in motor studies and late responses. `segments`: those between the electrodes of a sensory
    or mixed study, distal first. `record` and `stimulate`: where the electrodes lie. `on` and `at_mm`: where the
    drawn body has the recording electrode: along a segment from its start, or in a part of a muscle above its lower
    end; without `at_mm` in the middle of that part; without `on` figures do not show it.
    """

    REFERS = {"muscle": ("muscles",), "segments": ("segments",)}
    id: Id
    name: Text
    order: Order
    kind: StudyKind
    muscle: str = ""
    segments: TextList = ()
    record: Text
    stimulate: Text
    shows: Text
    plain: Text
    on: str = ""
    at_mm: Count = None


class StudyPoint(Claim):
    """A place at which a study stimulates, distal ones first.

    `first`: the most proximal segment between this stimulus and the recording, so a lesion of it lies between them;
    empty if no segment begins between them. `on` and `at_mm`: the segment of the drawn body that the stimulus lies on,
    and how far from its start; without them figures do not show it.
    """

    KEY = ("study", "order")
    REFERS = {"study": ("studies",), "first": ("segments",), "on": ("segments",)}
    study: Id
    order: Order
    name: Text
    place: Text
    first: str = ""
    distance_mm: Count = None
    on: str = ""
    at_mm: Count = None


class StudyLimit(Claim):
    """What one source found in healthy people. `low` and `high`: the limits that it states, if any, in `unit`."""

    REFERS = {"study": ("studies",)}
    id: Id
    study: Id
    quantity: Quantity
    unit: str = ""
    mean: Measure = None
    sd: Measure = None
    low: Measure = None
    high: Measure = None
    age: str = ""
    sex: Literal["women", "men", ""] = ""
    n: Count = None
    population: str = ""


class StudyPitfall(Claim):
    """What makes a healthy nerve look ill, or hides a lesion. Without `studies` it applies to all."""

    REFERS = {"studies": ("studies",)}
    id: Id
    name: Text
    studies: TextList = ()
    text: Text
    plain: Text


class InjuryTime(Claim):
    """When something happens after an injury of axons, in days after its onset, or how fast."""

    id: Id
    name: Text
    value: Measure = None
    low: Measure = None
    high: Measure = None
    unit: Literal["day", "mm_per_day"]


class GanglionException(Claim):
    """How often a sensory response is abnormal although the lesion lies proximal to the ganglion, in per cent.

    Without `root`, the people of the study were healthy.
    """

    KEY = ("study", "root", "people", "measured")
    REFERS = {"study": ("studies",), "root": ("roots",)}
    study: Id
    root: str = ""
    rate: Percent = None
    n: Count = None
    people: Text
    measured: Text


class NeedleRegion(Claim):
    """A region of muscles for needle EMG, from the spine outwards, with the days after an injury of axons at the spine.

    `first_day`: from which some sources expect fibrillations; `day`: from which they are to be expected; `last_day`: at
    which they may still be missing. `within_mm`: how far from a lesion these days still count, so that they also hold
    for muscles farther out after a nearby lesion; empty where they hold for no other muscle.
    """

    id: Id
    name: Text
    order: Order
    first_day: WholeNumber
    day: WholeNumber
    last_day: WholeNumber
    within_mm: Count = None


class NeedleMuscle(Claim):
    """A muscle that needle EMG examines. The paraspinal muscles have a row for each root, named in `root`."""

    REFERS = {"muscle": ("muscles",), "region": ("needle_regions",), "root": ("roots",)}
    id: Id
    name: Text
    order: Order
    muscle: Id
    region: Id
    root: str = ""
    insertion: str = ""
    screen: Literal["yes", ""] = ""


class NerveLength(Row):
    """How far along the nerves a root or segment starts from the cord, and how long it is, on the drawn body."""

    KEY = ("of",)
    REFERS = {"of": ("segments", "roots")}
    of: Id
    start_mm: WholeNumber
    length_mm: WholeNumber


class ElectrodeView(Row):
    """An electrode in a figure that shows it, measured on the drawn body: 0 is the recording, 1 the first stimulus.

    `x` and `y` are in the units of the figure. `facing`: 1 where the viewer looks straight at the skin over it, 0 where
    that skin is seen edge-on.
    """

    KEY = ("study", "electrode", "view")
    REFERS = {"study": ("studies",), "view": ("views",)}
    study: Id
    electrode: WholeNumber
    view: Id
    x: NonNegative
    y: NonNegative
    facing: Fraction = None
