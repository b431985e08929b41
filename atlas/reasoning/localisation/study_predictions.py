"""What nerve studies are expected to show after a lesion at each site, computed when first asked for and then kept."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.dataset.tables.nerve_studies import NEEDLE
from atlas.graph.nerve_graph import NerveGraph
from atlas.graph.severity import usual_severity
from atlas.lazy_property import cached_property
from atlas.reasoning.nerve_studies.course import Course, Expected, Injury, Stage, stage_on
from atlas.reasoning.nerve_studies.studies import Studies

STRENGTH: tuple[Expected, ...] = ("normal", "uncertain", "slowed", "reduced", "absent", "abnormal")
"""Of two lesions at once, the result that comes later here is expected."""
PARASPINAL, LIMB = "paraspinal", "needle"
"""The kinds of needle muscles."""


class StudyPredictions:
    """The predictions of one anatomy, for the usual severity at each site.

    A study is known by its key: its id, or `emg ` and the id of a needle muscle.
    """

    def __init__(self, nerve_graph: NerveGraph) -> None:
        self.nerve_graph = nerve_graph
        tables = nerve_graph.dataset
        self.kind = {id_: row.kind for id_, row in tables.studies.items()} | {
            f"{NEEDLE}{id_}": PARASPINAL if row.root else LIMB for id_, row in tables.needle_muscles.items()
        }
        self._courses: dict[tuple[str, str, Injury], Course] = {}

    @cached_property
    def studies(self) -> Studies:
        """What computes the predictions."""
        return Studies(self.nerve_graph)

    def stage(self, study: str, site: str, injury: Injury, day: int) -> Stage:
        """What a study is expected to show on a day after a lesion of a site on the nerves, and why."""
        key = study, site, injury
        if key not in self._courses:
            on, severity = self.nerve_graph.dataset.sites[site].on, usual_severity(self.nerve_graph, site)
            if study.startswith(NEEDLE):
                self._courses[key] = self.studies.needle(study.removeprefix(NEEDLE), on, injury, severity)
            else:
                self._courses[key] = self.studies.course(study, on, injury, severity)
        return stage_on(self._courses[key], day)

    def joint_stage(self, study: str, sites: Iterable[str], injury: Injury, day: int) -> Stage:
        """The same after lesions at several sites: the one that changes the result most."""
        stages = [self.stage(study, site, injury, day) for site in sites]
        return max(stages, key=lambda stage: STRENGTH.index(stage.expected))

    def sentence(self, stage: Stage) -> str:
        """Why this is expected."""
        return self.studies.reasons.sentence(stage)
