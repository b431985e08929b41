"""Languages: catalogues are in step, data is translated, each language has a page, and no text is in code."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from plotly.utils import PlotlyJSONEncoder

from atlas import Atlas, DataProblems
from atlas.cli import main
from atlas.dataset.loader import load_dataset, read_folder
from atlas.dataset.source_names import short_citation
from atlas.dataset.translation.catalogs import in_step, new_catalogue, path_of, read_catalogue, update, written
from atlas.dataset.translation.locales import Untranslated, broken_catalogues, direction, languages, own_name
from atlas.dataset.translation.texts import Text, texts
from atlas.reasoning.localisation.named_places import named_places
from atlas.resources import resource_dir
from atlas.web.app import create_app
from atlas.web.bundles.registry import BUILDERS
from tests.support.limbs import TINY, copy_of, set_cell
from tests.support.pseudo_language import odd, pseudo

DATA = resource_dir("data")
TITLE, LOST = "strings:page.title", "strings:lesion.status"


@pytest.fixture
def limb(tmp_path: Path) -> Path:
    """The tiny limb with an empty German catalogue."""
    folder = copy_of(TINY, tmp_path)
    update(folder, "de", texts(load_dataset(folder)))
    return folder


def fill(folder: Path, **german: str) -> None:
    """Add German texts; places are written with `__` for `:` and `_dot_` for `.`."""
    filled = {place.replace("__", ":").replace("_dot_", "."): text for place, text in german.items()}
    update(folder, "de", texts(load_dataset(folder)), filled)


def replace_line(folder: Path, old: str, new: str) -> int:
    """Replace the first line of the catalogue that starts with `old`; returns its number."""
    path = path_of(folder, "de")
    lines = path.read_text("utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(old))
    lines[at] = new
    path.write_text("\n".join(lines), "utf-8")
    return at + 1


def message(folder: Path, place: str):
    return next(entry for entry in read_catalogue(path_of(folder, "de")) if entry.context == place)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--update", "de", "--import"], "should be one JSON object"),
        (["--import"], "--import needs one --update LANG"),
    ],
)
def test_translations_that_cannot_be_imported_are_refused(tmp_path, arguments, message) -> None:
    listed = tmp_path / "translations.json"
    listed.write_text("[1]", "utf-8")
    folder = copy_of(TINY, tmp_path)
    done = CliRunner().invoke(main, ["locales", "--data", str(folder), *arguments, str(listed)])
    assert done.exit_code != 0 and message in done.output and not (folder / "locales").exists()


def test_catalogues_of_a_data_set_with_problems_are_not_touched(tmp_path) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "muscles", "curler", "confidence", "sure")
    done = CliRunner().invoke(main, ["locales", "--data", str(folder), "--update", "de"])
    assert done.exit_code == 1 and "'sure' is not allowed" in done.output and not (folder / "locales").exists()


@pytest.mark.parametrize("option", ["--import", "--take"])
def test_translations_are_imported_from_json(limb, tmp_path, option) -> None:
    file = tmp_path / "german.json"
    file.write_text(json.dumps({TITLE: "Nervenatlas"}), "utf-8")
    run = CliRunner().invoke(main, ["locales", "--data", str(limb), "--update", "de", option, str(file)])
    assert run.exit_code == 0 and run.output.startswith("de  1 of ")
    assert message(limb, TITLE).string == "Nervenatlas"
    assert "--take" not in CliRunner().invoke(main, ["locales", "--help"]).output


@pytest.mark.parametrize("language", languages(DATA)[1:])
def test_a_catalogue_is_in_step_and_has_no_problems(language) -> None:
    dataset, _ = read_folder(DATA)
    path = path_of(DATA, language)
    made = written(in_step(read_catalogue(path), texts(dataset))).decode()
    same = [line for line in made.split("\n") if not line.startswith('"Generated-By')]
    have = [line for line in path.read_text("utf-8").split("\n") if not line.startswith('"Generated-By')]
    assert next((pair for pair in zip(have, same, strict=False) if pair[0] != pair[1]), None) is None, (
        "run `make locales`"
    )
    assert broken_catalogues(dataset) == []


def test_every_interface_text_is_required(atlas) -> None:
    found = texts(atlas.dataset)
    assert all(found[f"strings:{key}"].required for key in atlas.strings)
    assert found["plain_text:sciatica+is:text"].english == atlas.dataset["plain_text"]["sciatica", "is"].text
    assert not found["nerves:sural:course"].required and found["nerves:sural:name"].required


def test_changed_english_keeps_the_old_translation_as_fuzzy(limb) -> None:
    fill(limb, nerves__outer__name="Aussen")
    english = texts(load_dataset(limb))
    place = "nerves:outer:name"
    update(limb, "de", english | {place: Text(place, "Something else", True)})
    entry = message(limb, place)
    assert entry.fuzzy and entry.string == "Aussen" and entry.user_comments[0].startswith("was: ")
    update(limb, "de", english)  # the English text is as before
    assert message(limb, place).string == "Aussen"


def test_removed_texts_become_obsolete_and_can_return(limb) -> None:
    fill(limb, nerves__outer__name="Aussen")
    english = texts(load_dataset(limb))
    update(limb, "de", {place: text for place, text in english.items() if place != "nerves:outer:name"})
    path = path_of(limb, "de")
    assert '#~ msgstr "Aussen"' in path.read_text("utf-8")
    update(limb, "de", english)
    assert message(limb, "nerves:outer:name").string == "Aussen"
    assert "#~" not in path.read_text("utf-8")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,6}:[a-z]{1,6}", fullmatch=True), st.tuples(WORDS, WORDS), max_size=6))
def test_a_second_update_changes_nothing(pairs) -> None:
    english = {place: Text(place, text, True) for place, (text, _) in sorted(pairs.items())}
    filled = {place: translation for place, (_, translation) in pairs.items()}
    once = in_step(new_catalogue("de"), english, filled)
    assert written(in_step(once, english)) == written(once)
    assert {entry.context: entry.string for entry in once if entry.context} == filled


def test_texts_are_translated_and_missing_ones_stay_english(limb) -> None:
    fill(limb, nerves__outer__name="Aussennerv", strings__page_dot_title="Nervenatlas")
    english, german = Atlas.load(limb), Atlas.load(limb, lang="de")
    assert german.node("outer").name == "Aussennerv" and german.strings["page.title"] == "Nervenatlas"
    assert german.node("inner").name == english.node("inner").name
    assert isinstance(german.dataset["muscles"]["curler"].action, Untranslated)
    assert german.pathway("outer").roots == english.pathway("outer").roots
    for name in ("Aussennerv", english.node("outer").name, *english.node("outer").row.synonyms):
        assert german.resolve(name) == "outer"


def test_an_unknown_language_is_refused_with_the_known_ones(limb) -> None:
    with pytest.raises(ValueError, match=r"'xx'.*en, de"):
        Atlas.load(limb, lang="xx")
    answer = CliRunner().invoke(main, ["search", "--data", str(limb), "--lang", "xx", "outer"])
    assert answer.exit_code == 2 and "en, de" in answer.stderr


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (f'msgctxt "{TITLE}"', 'msgctxt "strings:no.such"', "there is no text at 'strings:no.such'"),
        (f'msgctxt "{TITLE}"', "msgwrong", "the catalogue is broken"),
    ],
)
def test_a_broken_catalogue_is_reported_with_its_line(limb, old, new, wrong) -> None:
    line = replace_line(limb, old, new)
    answer = CliRunner().invoke(main, ["check", str(limb)])
    assert answer.exit_code == 1 and wrong in answer.output
    reported = int(re.search(r"locales/de\.po:(\d+):", answer.output)[1])
    assert line <= reported <= line + 1
    Atlas.load(limb)  # English still loads


def test_a_missing_placeholder_is_reported_and_its_text_stays_english(limb) -> None:
    fill(limb, strings__lesion_dot_status="{name}: weg")
    (problem,) = broken_catalogues(load_dataset(limb))
    assert problem.file == "locales/de.po" and "{lost}" in problem.wrong
    assert path_of(limb, "de").read_text("utf-8").split("\n")[problem.line - 1].startswith("msgid")
    assert Atlas.load(limb, lang="de").strings["lesion.status"] == Atlas.load(limb).strings["lesion.status"]


def test_a_catalogue_that_cannot_be_read_refuses_its_language(limb) -> None:
    path_of(limb, "de").write_bytes(b"\xff\xfe")
    with pytest.raises(DataProblems, match=r"locales/de\.po"):
        Atlas.load(limb, lang="de")
    assert create_app(limb).server.test_client().get("/de/").status_code == 404


def test_equal_translations_of_two_keys_lose_no_row(limb) -> None:
    rows = load_dataset(limb)["glossary"]
    first, second = list(rows)[:2]
    equal = {f"glossary:{term}:term": "Wort" for term in (first, second)}
    update(limb, "de", texts(load_dataset(limb)), equal)
    assert len(Atlas.load(limb, lang="de").dataset["glossary"]) == len(rows)


def test_names_and_directions_of_languages() -> None:
    assert (own_name("es"), own_name("qps"), direction("ar"), direction("qps")) == ("Español", "qps", "rtl", "ltr")


@pytest.fixture(scope="module")
def client(atlas):
    return create_app(more={"qps": pseudo(atlas)}).server.test_client()


def answers_of(page: str, at: str = "/") -> dict[str, str]:
    told = json.loads(unescape(re.search(r'data-answers="([^"]+)"', page)[1]))
    return {name: urljoin(at, address) for name, address in told.items()}


def test_each_language_has_a_page_with_answers_of_its_own(client) -> None:
    english, german = (client.get(path).get_data(as_text=True) for path in ("/", "/de/"))
    assert '<html lang="en" dir="ltr"' in english and '<html lang="de" dir="ltr"' in german
    for page in (english, german):
        assert {"en", "de", "es"} <= set(re.findall(r'hreflang="(\w+)"', page))
    assert "unreviewed" in german and "unreviewed" not in english
    own = answers_of(german, "/de/")
    assert own["pathways"].startswith("/de/pathways-") and own["plotly"] == answers_of(english)["plotly"]
    for address in (own["pathways"], own["plain"]):
        sent = client.get(address)
        assert sent.status_code == 200 and "immutable" in sent.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/xx/", "/de/nothing", "/de/pathways-000000000000.json", "/de/de/", "/latin/x.json"])
def test_what_is_no_page_is_not_found(client, path) -> None:
    assert client.get(path).status_code == 404


def test_without_its_last_stroke_the_address_of_a_language_leads_on_with_its_state(client) -> None:
    sent = client.get("/de?select=L5")
    assert sent.status_code == 308 and sent.headers["Location"].endswith("/de/?select=L5")


def test_latin_names_take_the_place_of_those_of_today(client, atlas) -> None:
    row = next(iter(atlas.dataset["latin"].values()))
    page = client.get("/?names=latin").get_data(as_text=True)
    assert row.latin in json.loads(client.get(answers_of(page)["pathways"]).get_data())["names"]
    latin = atlas.in_latin()
    assert latin.node(row.id).name == row.latin and latin.resolve(atlas.node(row.id).name) == row.id
    assert atlas.resolve(row.latin) == row.id


PROSE = re.compile(r"[A-Za-z]{3,}[,.;:]? [A-Za-z]{2,}")


def untranslatable(atlas: Atlas) -> set[str]:
    """What reads the same in every language: sources and places in them, what was printed, phrases that are searched,
    and the notice of licences, which is quoted as it is."""
    dataset, found = atlas.dataset, set(atlas.edition.values())
    found.add((dataset.folder / "figures/NOTICE.md").read_text("utf-8"))
    for source in dataset["sources"].values():
        found |= {source.authors, source.authors.rstrip("."), source.title, source.title.rstrip(".")}
        found |= {source.identifier, short_citation(source)}
    for rows in dataset.tables.values():
        found |= {cited.where for row in rows.values() for cited in getattr(row, "cites", ())}
    found |= {text for clue in dataset["clues"].values() for text in (*clue.phrases, "; ".join(clue.phrases))}
    recognised = [row.phrases for row in dataset.emergency_signs.values()]
    recognised += [row.words for row in dataset.speech_words.values()]
    found |= {text for words in recognised for text in (*words, "; ".join(words))}
    for row in dataset["root_measures"].values():
        found |= {row.as_named, row.measure, row.value, f"{row.measure}: {row.value} ({row.as_named})"}
        found.add(f"root_measures:{'|'.join(row.key)}")
    for row in dataset["referred_pain"].values():  # studies have the names of their authors
        found |= {row.study, f"referred_pain:{'|'.join(row.key)}"}
    found |= {f"emg {id_}" for id_ in dataset.needle_muscles}  # ids of findings
    found |= {row.latin for row in dataset["latin"].values()} | {row.name for row in dataset["identifiers"].values()}
    return found


def prose(value: object, within: str = "") -> list[str]:
    """Every text of a set of answers that reads like prose, but for ids, classes and what names rows."""
    if isinstance(value, dict):
        return [one for key, own in value.items() if key not in ("className", "id") for one in prose(own, key)]
    if isinstance(value, list):
        return [one for own in value for one in prose(own, within)]
    if not isinstance(value, str) or not PROSE.search(value):
        return []
    return list(filter(PROSE.search, shown_in(value))) if value.startswith("<") else [value]


def shown_in(markup: str) -> list[str]:
    """The text of a piece of HTML or SVG, and what its attributes say to people."""
    told = re.findall(r">([^<>]+)<", markup) + re.findall(r' (?:title|aria-label|alt|placeholder)="([^"]*)"', markup)
    return [unescape(text).strip() for text in told]


@cache
def pieces_of(same: frozenset[str]) -> frozenset[str]:
    """The texts, and their parts between commas or semicolons."""
    return same | {piece for one in same for piece in re.split(r"[;,] ", one)}


def is_of(same: set[str], text: str) -> bool:
    """Whether a text is one of these, or several with commas or semicolons between."""
    return text in same or all(piece in pieces_of(frozenset(same)) for piece in re.split(r"[;,] ", text))


LISTS = {"search", "claims"}
"""Sets that hold English on purpose: names by which things are found, and rows as they are printed."""


@pytest.mark.parametrize("name", sorted(set(BUILDERS) - LISTS))
def test_no_text_of_the_answers_is_left_in_code(atlas, name) -> None:
    other = pseudo(atlas)
    told = json.loads(json.dumps(BUILDERS[name](other), cls=PlotlyJSONEncoder))
    same, territories = untranslatable(atlas), set(atlas.dataset["territories"])
    same |= {phrase for row in named_places(other.nerve_graph) for phrase in row.phrases}  # searched, without accents
    assert not [text for text in prose(told) if not is_of(same, text) and not set(text.split()) <= territories]


def test_no_text_of_the_page_is_left_in_code(client, atlas) -> None:
    page = client.get("/qps/").get_data(as_text=True)
    body = re.sub(r"<(script|style)\b.*?</\1>", "", page.partition("<body>")[2], flags=re.S)
    sign = f"QPS – {odd(atlas.strings['languages.label'])}: {own_name('qps')}"
    same = untranslatable(atlas) | {own_name(one) for one in (*languages(DATA), "qps")} | {"QPS", sign}
    left = {text for text in shown_in(body) if re.search(r"[A-Za-z]{3,}", text)}
    assert not {text for text in left if not is_of(same, text)}
    assert odd(atlas.strings["page.name"]) in page
