"""The format of a pack, from which its JSON Schema is made. All texts are plain text, never HTML."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

FORMAT = "nerve-atlas-pack"
VERSION = 1
MEDIA_TYPE = "application/vnd.nerve-atlas.pack+json"
SUFFIX = ".atlas-pack.json"
MOST_BYTES = 2_000_000
"""A longer file is no pack: it would hold a thousand pages of text."""

Title = Annotated[str, Field(min_length=1, max_length=120)]
Prose = Annotated[str, Field(min_length=1, max_length=4000)]
Note = Annotated[str, Field(max_length=4000)]
Line = Annotated[str, Field(max_length=200)]
View = Annotated[
    str,
    Field(
        max_length=2000, description="What the atlas shows, as in its address: ?select=ID&mode=lesion. Empty: nothing."
    ),
]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Step(_Part):
    """One step of a tour."""

    title: Title
    text: Prose
    notes: Note = Field("", description="For the speaker alone.")
    state: View = ""


class Tour(_Part):
    """Steps in their order."""

    title: Title
    about: Line = ""
    steps: Annotated[list[Step], Field(min_length=1, max_length=100)]


class Case(_Part):
    """A teaching case about an invented or published person, never a reader."""

    title: Title
    story: Prose
    findings: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=200)]],
        Field(min_length=1, max_length=100, description="As in the address: weak:MUSCLE:3"),
    ]
    place: Annotated[str, Field(min_length=1, max_length=200, description="Id of the site of the lesion.")]
    explanation: Prose


class Question(_Part):
    """A question of the atlas, by its id in `ask`, or one of the educator's own with `text` and `choices`."""

    ask: Line = ""
    text: Note = ""
    choices: Annotated[list[Annotated[str, Field(min_length=1, max_length=300)]], Field(max_length=6)] = []
    right: Annotated[list[int], Field(max_length=6, description="Numbers of the right choices, from 1.")] = []
    explanation: Note = ""
    state: View = ""


class Quiz(_Part):
    """Questions in their order."""

    title: Title
    about: Line = ""
    questions: Annotated[list[Question], Field(min_length=1, max_length=200)]


class Pack(_Part):
    """Everything in one file."""

    format: Literal["nerve-atlas-pack"]
    version: Literal[1]
    title: Title
    author: Line = ""
    language: Annotated[str, Field(max_length=20, description="A language tag, such as en or de.")] = ""
    licence: Line = Field("", description="In the educator's own words; empty: none said.")
    tours: Annotated[list[Tour], Field(max_length=50)] = []
    cases: Annotated[list[Case], Field(max_length=50)] = []
    quizzes: Annotated[list[Quiz], Field(max_length=50)] = []


def pack_schema() -> dict[str, Any]:
    """The JSON Schema of a pack."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Pack.model_json_schema()}
