"""`nerve-atlas search TEXT`: finds things by name, synonym, plain words or a misspelling."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from atlas.cli.loading import data_option, json_option, lang_option, load
from atlas.cli.terminal import print_json
from atlas.search.site_search import EMERGENCY
from atlas.search.word_index import MAX_QUERY, MIN_SCORE, is_too_long


@click.command()
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 100), default=8, show_default=True, help="Maximum number of results.")
@lang_option
@data_option
@json_option
def search(text: str, limit: int, language: str, data: Path | None, as_json: bool) -> None:
    """Find things, words and pages whose names are like TEXT, best match first.

    Where nothing but an emergency has such a name, the words are read as a circumstance or complaint, and what these
    would point to in a teaching case follows, with scores below 50. Exits 1 if nothing matches.
    """
    atlas = load(data, language)
    found = atlas.find(text, limit)
    is_long = is_too_long(text)
    if not is_long and all(match.kind == EMERGENCY or match.score < MIN_SCORE for match in found):
        known = {match.id for match in found}
        found += [match for match in atlas.suggested(text, limit) if match.id not in known]
        found = found[:limit]
    if as_json:
        print_json([asdict(match) for match in found])
    else:
        for match in found:
            synonym = "" if match.matched == match.name else f"  (as “{match.matched}”)"
            click.echo(f"{match.id}  {match.name}, {match.kind}{synonym}")
            if match.text:
                click.echo(f"   {match.text}")
    if not found:
        if is_long:
            click.echo(f"the text is too long: search takes at most {MAX_QUERY} letters; use a few words", err=True)
        elif not as_json:
            near = "; ".join(match.name for match in atlas.near(text))
            click.echo(f"nothing here is called '{text}'" + (f"; near it: {near}" if near else ""), err=True)
        raise SystemExit(1)
