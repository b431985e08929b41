"""The short story at the top of the article: which root, its three sentences, the emergency signs and the handout."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.dataset.tables.stories import Story
from atlas.figures.skin_colours import root_class
from atlas.web.layout.answer_actions import action_group, handout_button, play_button
from atlas.web.layout.evidence import footing

QUESTION = "story-question"
"""The id of the heading that names the group of buttons."""


def _root_button(atlas: Atlas, story: Story) -> html.Button:
    swatch = html.Span(className=f"swatch {root_class(atlas, story.root)}")
    attributes = {"data-story": story.root, "aria-pressed": "false"}
    return html.Button([swatch, story.root], className="story-root", title=story.title, **attributes)


def _story_text(atlas: Atlas, story: Story) -> html.Div:
    heading = html.H4([html.Span(f"{story.root}: ", className="which"), story.title])
    sentences = [html.P(text) for text in story.sentences]
    return html.Div([heading, *sentences, footing(atlas, story)], hidden=True, **{"data-story-of": story.root})


def story_section(atlas: Atlas) -> html.Section:
    """The question, and the story of each root, of which the script shows the chosen one.

    All stories are in one live region, so that a screen reader reads the one that appears.
    """
    words, stories = atlas.strings, atlas.dataset.stories.values()
    buttons = [_root_button(atlas, story) for story in stories]
    group = html.Div(buttons, className="story-roots", role="group", **{"aria-labelledby": QUESTION})
    texts = html.Div([_story_text(atlas, story) for story in stories], className="sentences", **{"aria-live": "polite"})
    line = html.Summary(words["article.story.emergency"])
    emergency = html.Details([line, html.P(words["page.emergency"])], className="flags")
    actions = action_group(words, [play_button(words), handout_button(words)])
    head = html.Div([html.H3(words["article.story.question"], id=QUESTION), group], className="story-question")
    hint = html.P(words["article.story.hint"], className="story-hint")
    return html.Section(
        [head, hint, texts, emergency, actions], className="root-story", **{"aria-labelledby": QUESTION}
    )
