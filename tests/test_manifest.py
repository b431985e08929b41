"""The seal of the data: any changed byte is refused at the start, with the file, the line and the way to mend it."""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.__main__ import main
from atlas.api import Atlas
from atlas.app import create_app
from atlas.facts.problems import DataProblems
from atlas.facts.seal import NAME, broken_seal, digests, hash_of, reseal, seal
from atlas.facts.seal_lines import NAME as LINES
from atlas.health import Health
from atlas.places import resource_dir
from tests.limbs import TINY, copy_of

DATA = resource_dir("data")


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A small limb with a seal of its own."""
    folder = copy_of(TINY, tmp_path)
    seal(folder)
    return folder


def refused(folder: Path) -> list[str]:
    with pytest.raises(DataProblems) as problems:
        Atlas.load(folder)
    return [str(problem) for problem in problems.value.problems]


def run(*arguments: object):
    return CliRunner().invoke(main, [str(one) for one in arguments])


def test_the_data_of_the_atlas_are_sealed() -> None:
    assert broken_seal(DATA) == [], "run `nerve-atlas seal`"
    assert {"roots.csv", "strings.json", "figures/limb.json", "locales/de.po", "LICENSE"} <= set(digests(DATA))


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum here")
def test_the_seal_is_what_sha256sum_reads(sealed: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", NAME]
    assert subprocess.run(command, cwd=sealed, capture_output=True).returncode == 0
    (sealed / "roots.csv").write_bytes(b"x")
    assert subprocess.run(command, cwd=sealed, capture_output=True).returncode == 1


@pytest.mark.parametrize("name", sorted(digests(TINY)))
def test_any_byte_of_any_file_counts(sealed: Path, name: str) -> None:
    content = bytearray((sealed / name).read_bytes())
    at = len(content) // 2
    line = content[:at].count(b"\n") + 1
    content[at] ^= 1
    (sealed / name).write_bytes(content)
    (told,) = refused(sealed)
    assert re.match(rf"{name}:{line}:\d+: the file was changed after it was sealed; ", told)


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (lambda lines: lines[:1] + lines[2:], 2),
        (lambda lines: [*lines[:1], b"new", *lines[1:]], 2),
        (lambda lines: lines[:-1], 3),
        (lambda lines: [*lines, b"new"], 5),
        (lambda lines: lines[:1], 1),
        (lambda lines: [b"\xef\xbb\xbf" + lines[0], *lines[1:]], 1),
        (lambda lines: [], 1),
    ],
    ids=["taken out", "put in", "no end", "more", "cut off", "marked", "empty"],
)
def test_the_seal_tells_from_which_line_on_a_table_differs(sealed: Path, spoil, line: int) -> None:
    lines = (sealed / "muscles.csv").read_bytes().split(b"\n")
    assert len(lines) == 4 and not lines[3], "a head, two rows and the end of the last"
    (sealed / "muscles.csv").write_bytes(b"\n".join(spoil(lines)))
    (told,) = refused(sealed)
    assert told.startswith(f"muscles.csv:{line}:1: the file was changed")


def test_in_a_long_file_some_lines_are_named_and_in_a_long_line_its_part(sealed: Path) -> None:
    for name, content, at, place in (
        ("long.csv", b"".join(b"%d\n" % n for n in range(5000)), b"\n2500\n", re.compile(r":(\d+):1: .*from here to (\d+)")),
        ("wide.csv", b"0123456789" * 2000 + b"\n", None, re.compile(r":1:8193: ")),
    ):
        path = sealed / name
        path.write_bytes(content)
        seal(sealed)
        changed = content.replace(at, b"\nx\n") if at else content[:9000] + b"x" + content[9001:]
        path.write_bytes(changed)
        (told,) = refused(sealed)
        found = place.search(told)
        assert found, told
        if at:
            first, last = map(int, found.groups())
            assert first <= 2501 <= last < first + 10
        path.unlink()


def test_the_digests_of_lines_are_sealed_themselves_and_never_believed_blindly(sealed: Path) -> None:
    path = sealed / LINES
    rows = path.read_text("utf-8").splitlines(keepends=True)
    for spoilt, line in (
        ([*rows[:4], *rows[5:]], 5),
        ([*rows[:4], "0" + rows[4], *rows[5:]], 5),
        ([*rows[:4], "nonsense\n", *rows[5:]], 5),
        ([], 1),
    ):
        path.write_text("".join(spoilt), "utf-8")
        (told,) = refused(sealed)
        assert told.startswith(f"{LINES}:{line}:1: the file was changed")
    path.write_bytes(b"\xff")
    assert refused(sealed)[0].startswith(f"{LINES}:1:1: the file was changed")
    (sealed / "roots.csv").write_bytes(b"")
    assert [told.split(":")[0] for told in refused(sealed)] == [LINES, "roots.csv"]
    path.unlink()
    assert [told.split(":")[0] for told in refused(sealed)] == [LINES, "roots.csv"]


def test_missing_and_new_files_are_named_and_so_is_the_command(sealed: Path) -> None:
    (sealed / "roots.csv").unlink()
    (sealed / "figures" / "new.svg").write_text("<svg/>", "utf-8")
    (sealed / ".roots.csv.swp").write_text("left by an editor", "utf-8")
    (sealed / "roots.csv~").write_text("left by an editor", "utf-8")
    gone, new = sorted(refused(sealed), reverse=True)
    assert gone.startswith("roots.csv:1:1: the file was sealed and is missing")
    assert new.startswith("figures/new.svg:1:1: the file was never sealed")
    assert f"`nerve-atlas seal {sealed}`" in gone


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda text: text[:-1], None),
        (lambda text: text.replace("  ", " ", 1), f"{NAME}:1:1: no SHA-256"),
        (lambda text: text + text.splitlines()[2] + "\n", f"{NAME}:"),
        (lambda text: "", ":1:1: the file was never sealed"),
        (lambda text: text.upper(), f"{NAME}:1:1: no SHA-256"),
        (lambda text: text.replace("0", "1", 1), "the file was changed"),
    ],
)
def test_a_spoilt_seal_is_refused_itself(sealed: Path, spoil, place) -> None:
    (sealed / NAME).write_text(spoil((sealed / NAME).read_text("utf-8")), "utf-8")
    if place is None:
        assert Atlas.load(sealed), "the last end of line says nothing"
    else:
        assert any(place in line for line in refused(sealed))


def test_bytes_that_are_no_text_are_no_seal(sealed: Path) -> None:
    (sealed / NAME).write_bytes(b"\xff\xfe")
    assert any(line.startswith(f"{NAME}:1:1: cannot be read") for line in refused(sealed))


def test_a_folder_of_ones_own_needs_no_seal(tmp_path: Path) -> None:
    assert Atlas.load(copy_of(TINY, tmp_path))


def test_the_package_must_have_one_and_lends_nothing_that_was_changed(tmp_path: Path, monkeypatch) -> None:
    package = tmp_path / "package"
    shutil.copytree(DATA, package)
    for module in ("reading", "seal", "locales"):
        monkeypatch.setattr(f"atlas.facts.{module}.resource_dir", lambda name: package)
    assert Atlas.load(TINY)
    with (package / "themes.csv").open("a") as file:
        file.write("\n")
    assert refused(TINY) == refused(package), "the small limb takes its themes from there"
    (package / NAME).unlink()
    assert refused(package)[0].startswith(f"{NAME}:1:1: the seal of the data is missing; if that is meant, run")


def test_every_start_refuses(sealed: Path, tmp_path: Path) -> None:
    (sealed / "tours.csv").write_bytes((sealed / "tours.csv").read_bytes() + b"\n")
    for command in (
        ["check", sealed],
        ["serve", "--data", sealed],
        ["pathway", "K1", "--data", sealed],
        ["export", tmp_path / "site", "--data", sealed],
    ):
        done = run(*command)
        assert done.exit_code == 1, command
        assert re.search(r"tours\.csv:\d+:1: the file was changed after it was sealed", done.output)


def test_sealing_takes_what_is_sound_and_nothing_else(sealed: Path) -> None:
    path = sealed / "muscles.csv"
    before = path.read_text("utf-8")
    path.write_text(before.replace("Curler", "Big curler"), "utf-8")
    assert run("check", sealed).exit_code == 1
    done = run("seal", sealed)
    assert done.exit_code == 0
    assert hash_of(digests(sealed)) in done.output
    assert hash_of(digests(sealed)) == hashlib.sha256((sealed / NAME).read_bytes()).hexdigest()
    assert run("check", sealed).exit_code == 0
    path.write_text(before.replace("keeper", "nobody", 1), "utf-8")
    kept = (sealed / NAME).read_bytes()
    done = run("seal", sealed)
    assert done.exit_code == 1
    assert re.search(r"muscles\.csv:\d+:\d+: ", done.output)
    assert (sealed / NAME).read_bytes() == kept


def test_what_a_command_writes_it_seals_and_nothing_beside_it(sealed: Path) -> None:
    (sealed / "roots.csv").write_bytes((sealed / "roots.csv").read_bytes() + b"\n")
    assert run("locales", "--update", "de", "--data", sealed).exit_code == 0
    (told,), end = refused(sealed), b"\n"
    assert told.startswith(f"roots.csv:{(sealed / 'roots.csv').read_bytes().count(end) + 1}:1: ")
    without = copy_of(sealed, sealed.parent / "other")
    reseal(without, [without / "roots.csv"])
    assert not (without / NAME).exists()


def test_health_names_what_changed_and_does_not_look_at_every_request(sealed: Path) -> None:
    now = [0.0]
    health = Health(sealed, lambda: now[0])
    path = sealed / "roots.csv"
    before = path.read_bytes()
    path.write_bytes(before + b"\n")
    (sealed / "new.csv").write_bytes(b"")
    assert health.changed() == []
    now[0] = 6
    assert health.changed() == ["new.csv", "roots.csv"]
    path.write_bytes(before)
    (sealed / "new.csv").unlink()
    now[0] = 12
    assert health.changed() == []


def test_health_is_told_to_whoever_asks() -> None:
    client = create_app(TINY).server.test_client()
    told = client.get("/healthz")
    assert told.status_code == 200
    assert told.json == {"sound": True, "data": hash_of(digests(TINY)), "changed": []}
    assert told.headers["Cache-Control"] == "no-store"
    assert client.post("/healthz").status_code == 405


def test_changed_data_make_the_server_ill(sealed: Path, monkeypatch) -> None:
    monkeypatch.setattr("atlas.health._PAUSE", 0)
    client = create_app(sealed).server.test_client()
    (sealed / "roots.csv").unlink()
    told = client.get("/healthz")
    assert told.status_code == 503
    assert told.json["changed"] == ["roots.csv"]
