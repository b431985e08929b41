"""What a browser needs to recognise emergencies by itself: signs with their phrases, rules, and words that deny."""

from __future__ import annotations

from atlas.emergencies.clauses import PAST_YEARS
from atlas.emergencies.recogniser import EmergencyRecogniser
from atlas.emergencies.signs import MAX_GAP, SHORT_WORD


def build_emergencies(recogniser: EmergencyRecogniser) -> dict:
    """The emergencies by urgency, the signs, and the rules; these name signs and emergencies by index.

    `signs`: the `phrases` of a sign include its id, its name and the clues with its meaning.
    """
    matcher = recogniser.matcher
    sign_at = {row.id: at for at, row in enumerate(matcher.rows)}
    flag_at = {row.id: at for at, row in enumerate(recogniser.rows)}
    return {
        "flags": [
            {"id": row.id, "urgency": row.urgency, "name": row.name, "text": row.text} for row in recogniser.rows
        ],
        "signs": [
            {
                "id": row.id,
                "name": row.name,
                "phrases": matcher.phrases_of(row),
                "found_in": row.found_in,
                "search": [flag_at[flag] for flag in row.search],
                "own": not row.clues,
                "past": row.past == "yes",
            }
            for row in matcher.rows
        ],
        "rules": [
            [flag_at[rule.emergency], [sign_at[id_] for id_ in rule.needs], [sign_at[id_] for id_ in rule.unless]]
            for rule in recogniser.rules
        ],
        "speech": {row.kind: row.words for row in recogniser.dataset.speech_words.values()},
        "short_word": SHORT_WORD,
        "max_gap": MAX_GAP,
        "past_years": [int(min(PAST_YEARS)), int(max(PAST_YEARS))],
    }
