"""Every colour stands out from what it meets, in every theme."""

from __future__ import annotations

from atlas.dataset.contrast import contrast
from atlas.dataset.problems import Problem
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.tables.themes import THEMES
from atlas.dataset.validation import rule


def met(tones, named: str) -> list[str]:
    """The colours that a name in `on` stands for: those of a part, or the one of that name."""
    return [tone.token for tone in tones.values() if named in (tone.part, tone.token)]


@rule
def every_colour_stands_out(dataset):
    tones = dataset["themes"]
    for token, tone in tones.items():
        record = dataset.records["themes"][token]
        for named in tone.on:
            if not met(tones, named):
                right = did_you_mean(named, tones, "name a colour of this table, or a part")
                yield record.problem("on", f"there is no colour '{named}'", right)
        if bool(tone.on) != bool(tone.ratio):
            yield record.problem("ratio", "'on' and 'ratio' belong together", "fill in both or neither")
        for theme in THEMES if tone.ratio else ():
            others = {other for named in tone.on for other in met(tones, named)} - {token}
            low = {other: contrast(tone.colour(theme), tones[other].colour(theme)) for other in others}
            worst = min(low, key=low.get, default=None)
            if worst and low[worst] < tone.ratio:
                yield _too_faint(record, theme, worst, low[worst], tone.ratio)


def _too_faint(record, theme: str, other: str, found: float, wanted: float) -> Problem:
    told = f"'{record.fields['token']}' on '{other}' has a contrast of {found:.2f}"
    return record.problem(theme, told, f"it needs at least {wanted:g}")
