"""The server makes the slides of tours: with links to its own address, one deck at a time; an export offers none."""

import io
import re

import pytest
from click.testing import CliRunner
from pptx import Presentation

from atlas.cli import main
from atlas.web import tour_slides
from atlas.web.app import create_app
from tests.support.limbs import TINY

FOLDER = re.compile(r' data-slides="([^"]*)"')


def linked(content: bytes) -> set[str]:
    read = Presentation(io.BytesIO(content))
    return {
        shape.click_action.hyperlink.address for slide in read.slides for shape in slide.shapes if shape.name == "QR"
    }


def test_the_page_names_the_folder_of_the_slides_in_its_language() -> None:
    client = create_app(TINY).server.test_client()
    assert FOLDER.search(client.get("/").text)[1] == "./slides/en/"
    assert FOLDER.search(client.get("/de/").text)[1] == "../slides/de/"


def test_slides_link_to_the_address_at_which_they_were_asked_for() -> None:
    client = create_app(TINY).server.test_client()
    for home in ("http://hall.example/", "https://atlas.example/leg/"):
        answer = client.get("/slides/en/arm.pptx", base_url=home)
        assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-cache"
        assert 'filename="nerve-atlas-arm-en.pptx"' in answer.headers["Content-Disposition"]
        assert linked(answer.data) == {f"{home}?mode=tours&tour=arm&step={n}" for n in (1, 2)}


@pytest.mark.parametrize("path", ["/slides/en/nothing.pptx", "/slides/xx/arm.pptx", "/slides/en/..pptx"])
def test_what_is_no_tour_is_not_found(path: str) -> None:
    assert create_app(TINY).server.test_client().get(path).status_code == 404


def test_while_one_deck_is_made_others_are_asked_to_try_again(monkeypatch) -> None:
    client = create_app(TINY).server.test_client()
    answers = []

    def draw_and_ask(*arguments):
        answers.append(client.application.test_client().get("/slides/en/arm.pptx"))
        raise RuntimeError

    monkeypatch.setattr(tour_slides, "tour_deck", draw_and_ask)
    client.application.config["PROPAGATE_EXCEPTIONS"] = False
    assert client.get("/slides/en/arm.pptx").status_code == 500
    assert answers[0].status_code == 503 and answers[0].headers["Retry-After"] == "3"
    monkeypatch.undo()
    assert client.get("/slides/en/arm.pptx").status_code == 200


def test_without_its_extra_the_page_offers_no_slides(monkeypatch) -> None:
    monkeypatch.setattr(tour_slides, "find_spec", lambda name: None)
    client = create_app(TINY).server.test_client()
    assert FOLDER.search(client.get("/").text)[1] == ""
    answer = client.get("/slides/en/arm.pptx")
    assert answer.status_code == 501 and "pip install 'nerve-atlas[slides]'" in answer.text


def test_an_export_offers_no_slides(tmp_path) -> None:
    done = CliRunner().invoke(main, ["export", str(tmp_path / "site"), "--no-handouts", "--data", str(TINY)])
    assert done.exit_code == 0, done.output
    pages = list((tmp_path / "site").rglob("index.html"))
    assert pages and all(FOLDER.search(page.read_text("utf-8"))[1] == "" for page in pages)
