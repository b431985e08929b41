"""Board-examination questions, each with the command that an informed user would type.

`board_questions.json` was written before any of its commands had been run; the answers come from textbooks. `expects`
says what is right: a `site` named by one of the texts among the first `rank` candidates, a `flag_or_site` that a red flag
may name too, something `found` by its name, the `effects` of a lesion, or parts of a `pathway`.
"""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from atlas.cli import main

QUESTIONS = json.loads((Path(__file__).parent / "board_questions.json").read_text("utf-8"))


def answer(question: dict) -> dict | list | str:
    """What the command prints, or its error message."""
    result = CliRunner().invoke(main, question["command"])
    return json.loads(result.stdout) if result.exit_code == 0 else result.output.strip()


def names_one(names: list[str], texts: list[str]) -> bool:
    """Whether one of the names contains one of the texts."""
    return any(text.lower() in name.lower() for name in names for text in texts)


def is_right(question: dict, answered: dict | list | str) -> bool:
    """Whether the answer has all that the question expects."""
    expects, rank = question["expects"], question["rank"]
    if isinstance(answered, str):
        return False
    match expects["kind"]:
        case "found":
            return names_one([found["name"] for found in answered[:rank]], expects["text"])
        case "site":
            return names_one([candidate["site"] for candidate in answered["candidates"][:rank]], expects["text"])
        case "flag_or_site":
            said = [candidate["site"] for candidate in answered["candidates"][:rank]]
            said += [json.dumps(flag, ensure_ascii=False) for flag in answered["red_flags"]]
            return names_one(said, expects["text"])
        case "effects":
            affected = {
                *answered["lost"],
                *answered["reduced"],
                *answered["reflexes_lost"],
                *answered["reflexes_reduced"],
            }
            return affected >= {*expects["affected"]} and not affected & {*expects["spared"]}
        case "pathway":
            return all({*answered[part]} >= {*parts} for part, parts in expects.items() if part != "kind")
    raise ValueError(expects["kind"])
