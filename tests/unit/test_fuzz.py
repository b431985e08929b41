"""Generated bad input: no request gives a 500, and no damaged data file a traceback."""

import logging
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from atlas.dataset.loader import load_dataset
from atlas.dataset.problems import DataProblems
from atlas.dataset.tables import TABLES
from atlas.dataset.translation.locales import broken_catalogues
from atlas.resources import resource_dir
from atlas.rooms import Rooms
from atlas.rooms.memory_store import MemoryStore
from atlas.web.app import create_app
from atlas.web.dash_app import AtlasDash
from atlas.web.pwa import needed_files
from tests.fuzz.bad_requests import BadRequest, bad_requests, faults
from tests.fuzz.damaged_files import WHOLE, any_file, csv_file
from tests.fuzz.limb import hostile_limb
from tests.support.limbs import TINY, copy_of

FEW = settings(max_examples=60, suppress_health_check=list(HealthCheck))
MANY_REQUESTS = settings(FEW, max_examples=20_000)
MANY_FILES = settings(FEW, max_examples=5000)


@pytest.fixture(scope="module")
def server():
    return with_rooms().server


def with_rooms() -> AtlasDash:
    """The application with all that it may serve: classrooms too."""
    return create_app(TINY, rooms=Rooms(MemoryStore(1000)))


def known_paths() -> list[str]:
    """Paths that the server answers."""
    client = with_rooms().server.test_client()
    room = client.post("/rooms").json["room"]
    files = [file.removeprefix(".") for file in needed_files(client.get("/").text)]
    dash = ["/_dash-layout", "/_dash-dependencies", "/_dash-update-component", "/_reload-hash", "/_alive_x"]
    rooms = ["/rooms", f"/rooms/{room}", f"/rooms/{room}/question", f"/rooms/{room}/answers/1/{'a' * 16}", f"/r/{room}"]
    slides = ["/slides/en/nothing.pptx", "/slides/xx/arm.pptx"]
    return ["/", "/de/", "/es", "/healthz", "/robots.txt", *dash, *rooms, *slides, *files]


REQUESTS = st.deferred(lambda: bad_requests(known_paths()))


def check_request(server, request: BadRequest) -> None:
    errors: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: errors.append(record.getMessage())
    server.logger.addHandler(handler)
    try:
        assert faults(server, request) == []
    finally:
        server.logger.removeHandler(handler)
    assert errors == []


@FEW
@given(request=REQUESTS)
def test_bad_requests_get_a_reason_and_never_a_500(server, request: BadRequest) -> None:
    check_request(server, request)


@pytest.mark.slow
@MANY_REQUESTS
@given(request=REQUESTS)
def test_many_bad_requests_get_a_reason_and_never_a_500(server, request: BadRequest) -> None:
    check_request(server, request)


def test_a_fault_of_the_server_is_noticed() -> None:
    broken = create_app(TINY).server
    broken.view_functions["robots"] = lambda: 1 / 0
    assert "status 500" in faults(broken, BadRequest("GET", b"/robots.txt"))


PROBLEM = re.compile(r"[^:\n]+:\d+:\d+: [^\n]+; [^\n]+")
FILES = sorted(path.relative_to(TINY).as_posix() for path in TINY.rglob("*") if path.is_file() and path.stat().st_size)


@pytest.fixture(scope="module")
def limb(tmp_path_factory) -> Path:
    return copy_of(TINY, tmp_path_factory.mktemp("damaged"))


@st.composite
def damaged(draw) -> tuple[str, bytes]:
    """A file of the tiny limb and its content with some damage."""
    name = draw(st.sampled_from(FILES))
    content = (TINY / name).read_bytes()
    found = draw(csv_file if name.endswith(".csv") else any_file)(content)
    assume(found != content)
    return name, found


def check_file(limb: Path, name: str, content: bytes) -> None:
    """The folder loads, or is refused with a place and a remedy for every problem."""
    (limb / name).write_bytes(content)
    try:
        broken_catalogues(load_dataset(limb))
    except DataProblems as refused:
        assert refused.problems
        assert not [problem for problem in refused.problems if not PROBLEM.fullmatch(str(problem))]
    finally:
        (limb / name).write_bytes((TINY / name).read_bytes())


@FEW
@given(file=damaged())
def test_a_damaged_file_is_refused_with_places_or_loads(limb: Path, file: tuple[str, bytes]) -> None:
    check_file(limb, *file)


@pytest.mark.slow
@MANY_FILES
@given(file=damaged())
def test_many_damaged_files_are_refused_with_places_or_load(limb: Path, file: tuple[str, bytes]) -> None:
    check_file(limb, *file)


@FEW
@given(name=st.sampled_from([name for name in FILES if name.endswith(".csv")]), data=st.data())
def test_a_byte_that_is_not_utf8_is_refused_in_its_file_and_line(limb: Path, name: str, data) -> None:
    lines = (TINY / name).read_bytes().splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = b"\xff" + lines[at]
    (limb / name).write_bytes(b"".join(lines))
    try:
        with pytest.raises(DataProblems) as refused:
            load_dataset(limb)
    finally:
        (limb / name).write_bytes((TINY / name).read_bytes())
    assert (name, at + 1) in {(problem.file, problem.line) for problem in refused.value.problems}


def first_problem(folder: Path, name: str, content: bytes) -> str:
    """The file of the first problem after a file got this content; the file is as it was afterwards."""
    path = folder / name
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        with pytest.raises(DataProblems) as refused:
            load_dataset(folder)
    finally:
        path.write_bytes(before)
    return refused.value.problems[0].file


TABLES_OF_TINY = [name for name in FILES if name.endswith(".csv")]


@pytest.mark.parametrize("damage", WHOLE)
def test_the_first_problem_names_the_file_that_is_damaged_as_a_whole(limb: Path, damage: str) -> None:
    named = {}
    for name in TABLES_OF_TINY:
        content = (TINY / name).read_bytes()
        if b"," in content and content.count(b"\n") > 1:
            named[name] = first_problem(limb, name, WHOLE[damage](content))
    assert len(named) > 30 and [name for name in named if named[name] != name] == []


REAL = resource_dir("data")
REAL_TABLES = sorted(path.relative_to(REAL).as_posix() for path in REAL.rglob("*.csv"))


@pytest.fixture(scope="module")
def real_limb(tmp_path_factory) -> Path:
    return copy_of(REAL, tmp_path_factory.mktemp("real"))


@pytest.mark.slow
@settings(FEW, max_examples=120)
@given(name=st.sampled_from(REAL_TABLES), damage=st.sampled_from(list(WHOLE)))
def test_the_first_problem_names_the_damaged_file_of_the_real_data(real_limb: Path, name: str, damage: str) -> None:
    # tables that only the figure build reads have no type that would miss a column
    assume(damage != "column lost" or Path(name).stem in TABLES)
    content = (REAL / name).read_bytes()
    assume(b"," in content and content.count(b"\n") > 1)
    assert first_problem(real_limb, name, WHOLE[damage](content)) == name


def test_hostile_text_in_the_data_never_becomes_markup(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("atlas.dataset.validation.broken_rules", lambda dataset: [])  # the rules for plain words
    page = create_app(hostile_limb(tmp_path)).server.test_client().get("/").text
    assert "window.hit=1" in page, "the texts are in the page"
    assert not re.search(r"<(?:script|img|svg|iframe)[^>]*window\.hit", page)
