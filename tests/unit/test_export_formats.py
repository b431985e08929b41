"""Exports of the data set: the same bytes on every run, readable by standard tools, and true to the tables."""

import csv
import io
import json
import shutil
import zipfile
from configparser import ConfigParser
from pathlib import Path

import bibtexparser
import networkx as nx
import pytest
import rdflib
from click.testing import CliRunner

from atlas import Atlas, __version__
from atlas.__main__ import main
from atlas.dataset.folders import table_file
from atlas.dataset.loader import read_folder
from atlas.dataset.tables.sources import Source
from atlas.export.bibtex import authors_of, escaped
from atlas.export.citation import sentence
from atlas.export.formats import FORMS
from atlas.export.graphml import KINDS, whole_graph
from atlas.export.json_ld import OBO, OWN
from tests.support.limbs import TINY, copy_of, set_cell
from tests.support.serving import real_server

ROOT = Path(__file__).resolve().parents[2]
NAME, SAME = rdflib.URIRef("https://schema.org/name"), rdflib.URIRef("https://schema.org/sameAs")
INNERVATES = rdflib.URIRef(OBO + "RO_0002134")


@pytest.fixture(scope="module")
def archive_files(limb: Atlas) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(FORMS["csv"].write(limb))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("form", FORMS)
def test_two_runs_give_the_same_bytes(limb: Atlas, form: str) -> None:
    assert FORMS[form].write(limb) == FORMS[form].write(Atlas.load(limb.folder))


def test_the_tables_read_back_are_the_tables(limb: Atlas, archive_files: dict[str, bytes], tmp_path: Path) -> None:
    for name, raw in archive_files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    shutil.copytree(limb.folder / "figures", tmp_path / "figures")
    dataset, problems = read_folder(tmp_path)
    assert not problems
    assert dataset.tables == limb.dataset.tables
    assert {name: [r.fields for r in rows] for name, rows in dataset.other.items()} == {
        name: [r.fields for r in rows] for name, rows in limb.dataset.other.items()
    }


def test_the_package_describes_every_column_of_every_table(archive_files: dict[str, bytes]) -> None:
    package = json.loads(archive_files["datapackage.json"])
    assert package["name"] and {one["path"] for one in package["resources"]} == {
        n for n in archive_files if n.endswith(".csv")
    }
    names = {one["name"] for one in package["resources"]}
    for resource in package["resources"]:
        header = next(csv.reader(io.StringIO(archive_files[resource["path"]].decode())))
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert [*fields] == header, resource["name"]
        for key in resource["schema"].get("foreignKeys", []):
            assert key["reference"]["resource"] in names, "a foreign key refers to a table in the archive"
        for name in resource["schema"].get("primaryKey", []):
            assert name in fields


def test_values_are_of_the_types_that_the_package_gives(archive_files: dict[str, bytes]) -> None:
    for resource in json.loads(archive_files["datapackage.json"])["resources"]:
        rows = list(csv.DictReader(io.StringIO(archive_files[resource["path"]].decode())))
        for field in resource["schema"]["fields"]:
            filled = [row[field["name"]] for row in rows if row[field["name"]]]
            if field["type"] in ("integer", "number"):
                assert all(float(value) or True for value in filled)
            if field.get("constraints", {}).get("required"):
                assert len(filled) == len(rows), (resource["name"], field["name"])
            if "enum" in field.get("constraints", {}):
                assert {*filled} <= {*field["constraints"]["enum"]}, (resource["name"], field["name"])


def test_every_table_and_column_is_explained(atlas: Atlas) -> None:
    known, tables = {(c, t) for t, c in atlas.dataset["columns"]}, atlas.dataset["tables"]
    files = sorted((ROOT / "data").rglob("*.csv"))
    assert {path.stem for path in files} == {*tables}, "data/sources/tables.csv explains exactly the tables that exist"
    everywhere = {column for column, table in known if table == "*"}
    present = set()
    for path in files:
        header = path.read_text("utf-8").splitlines()[0].split(",")
        present |= {(column, path.stem) for column in header}
        unexplained = [column for column in header if column not in everywhere and (column, path.stem) not in known]
        assert not unexplained, f"{path.name}: explain {unexplained} in data/sources/columns.csv"
    assert not {one for one in known if one[1] != "*"} - present, (
        "data/sources/columns.csv explains columns that do not exist"
    )


def test_sentence_templates_name_existing_columns(atlas: Atlas) -> None:
    for id_, row in atlas.dataset["tables"].items():
        header = (ROOT / "data" / table_file(id_)).read_text("utf-8").splitlines()[0].split(",")
        named = {part.partition("}")[0] for part in row.says.split("{")[1:]}
        assert named <= {*header}, id_


def test_the_archive_contains_licence_citation_and_dictionary(atlas: Atlas) -> None:
    with zipfile.ZipFile(io.BytesIO(FORMS["csv"].write(atlas))) as archive:
        assert archive.read("LICENSE") == (ROOT / "data" / "LICENSE").read_bytes()
        assert atlas.edition["version"] in archive.read("CITATION.cff").decode()
        assert "| roots |" in archive.read("DICTIONARY.md").decode()


def test_the_graph_read_back_is_the_graph(limb: Atlas) -> None:
    read = nx.read_graphml(io.BytesIO(FORMS["graphml"].write(limb)))
    written, dataset = whole_graph(limb), limb.dataset
    assert dict(read.nodes(data=True)) == dict(written.nodes(data=True))
    assert dict(read.edges) == dict(written.edges)
    counted = {kind: sum(found == kind for *_, found in read.edges(data="kind")) for kind in KINDS}
    assert counted == {
        "carries": limb.nerve_graph.segment_graph.number_of_edges(),
        "innervates": len(dataset.innervation) + len(dataset.fields),
        "segment of": sum(row.id != row.nerve for row in dataset["segments"].values()),
        "part of": sum(bool(row.part_of) for row in dataset["nerves"].values()),
        "contracts": sum(len(row.muscles) for row in dataset["reflexes"].values()),
        "located on": sum(len(row.on) for row in dataset["sites"].values()),
        "occurs at": sum(len(row.sites) for row in dataset["conditions"].values()),
    }, "no two relations share an edge"


def test_the_exported_edges_carry_the_roots_of_the_public_graph(limb: Atlas) -> None:
    read = nx.read_graphml(io.BytesIO(FORMS["graphml"].write(limb)))
    assert set(limb.graph) <= set(read) and set(limb.graph.edges) <= set(read.edges)
    for edge, attributes in limb.graph.edges.items():
        for map_id in limb.maps:
            roots = read.edges[edge].get(f"roots by {map_id}", "")
            assert frozenset(filter(None, roots.split(";"))) == attributes["roots"][map_id]


def thing(id_: str) -> rdflib.URIRef:
    return rdflib.URIRef(OWN + id_)


def ids(pairs) -> set[tuple[str, str]]:
    return {(str(one).removeprefix(OWN), str(other).removeprefix(OWN)) for one, other in pairs}


def test_linked_data_state_what_the_tables_state(limb: Atlas) -> None:
    read, dataset = rdflib.Graph().parse(data=FORMS["jsonld"].write(limb), format="json-ld"), limb.dataset
    for id_, node in limb.nodes.items():
        assert read.value(thing(id_), NAME) == rdflib.Literal(node.name)
    for row in dataset["sources"].values():
        assert read.value(thing(f"source/{row.id}"), NAME) == rdflib.Literal(row.title)
    assert ids(read.subject_objects(INNERVATES)) == {
        *((row.branch, row.target) for row in dataset.innervation.values()),
        *((row.segment, row.territory) for row in dataset.fields.values()),
    }
    known = [row for row in dataset["identifiers"].values() if row.match == "same"]
    assert ids(read.subject_objects(SAME)) == {(row.id, f"{OBO}{row.ontology}_{row.identifier}") for row in known}
    carried = ids(read.subject_objects(thing("carriesRoot")))
    for row in (*dataset["muscles"].values(), *dataset["reflexes"].values()):
        assert {root for id_, root in carried if id_ == row.id} == {*row.roots}


def test_identifiers_are_those_of_the_reference(atlas: Atlas) -> None:
    with (ROOT / "tests" / "oracle" / "names.csv").open(encoding="utf-8", newline="") as file:
        read = {(one, row["their_id"]) for row in csv.DictReader(file) for one in row["ours"].split(";")}
    rows = atlas.dataset["identifiers"].values()
    assert rows and {(row.id, f"{row.ontology}:{row.identifier}") for row in rows} <= read
    same = [(row.ontology, row.identifier) for row in rows if row.match == "same"]
    assert len(same) == len({*same}), "two structures share an identifier"


def test_a_bibtex_parser_reads_the_bibliography(limb: Atlas) -> None:
    read = bibtexparser.parse_string(FORMS["bibtex"].write(limb).decode())
    assert not read.failed_blocks
    assert [entry.key for entry in read.entries] == [*limb.dataset["sources"]]
    for entry in read.entries:
        fields = {field.key: field.value for field in entry.fields}
        assert fields["title"].strip("{}") == escaped(limb.dataset["sources"][entry.key].title), entry.key
        assert all(value.count("{") == value.count("}") for value in fields.values())


@pytest.mark.parametrize(
    ("authors", "expected", "more"),
    [
        ("", [], False),
        ("Doe J", [("Doe", "J")], False),
        ("de Souza AT; van Dam B et al.", [("de Souza", "AT"), ("van Dam", "B")], True),
        ("World Health Organization", [("World Health Organization", "")], False),
        ("Robin A (ed.)", [("Robin", "A")], False),
        ("StatPearls", [("StatPearls", "")], False),
    ],
)
def test_authors_are_people_or_organisations(authors: str, expected: list, more: bool) -> None:
    found, others = authors_of(Source(id="x", authors=authors, title="T", access="whole"))
    assert ([tuple(one) for one in found], others) == (expected, more)


@pytest.mark.parametrize("title", ["50 % {of} R&D_x #1 $2", "back\\slash ^ and ~", "Søgaard’s “quotes”"])
def test_any_title_survives_the_bibliography(tmp_path: Path, title: str) -> None:
    folder = copy_of(TINY, tmp_path)
    set_cell(folder, "sources", "keeper", "title", title)
    read = bibtexparser.parse_string(FORMS["bibtex"].write(Atlas.load(folder)).decode())
    entry = next(entry for entry in read.entries if entry.key == "keeper")
    assert not read.failed_blocks and entry.fields_dict["title"].value == f"{{{escaped(title)}}}"


def test_the_command_writes_each_form_and_names_the_version(tmp_path: Path, atlas: Atlas) -> None:
    for form in FORMS:
        target = tmp_path / f"out.{form}"
        done = CliRunner().invoke(main, ["data", "--format", form, "-o", str(target)])
        assert done.exit_code == 0 and atlas.edition["version"] in done.output
        assert target.read_bytes() == FORMS[form].write(atlas)


@pytest.mark.parametrize(
    "words",
    [
        ["data", "--format", "xls", "-o", "x"],
        ["data", "-o", "x"],
        ["data", "--format", "csv", "-o", "/nowhere/at/all.zip"],
        ["data", "--format", "csv", "-o", "."],
    ],
)
def test_a_file_that_cannot_be_written_is_refused_in_one_line(words: list[str]) -> None:
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2 and "Traceback" not in done.output and done.output.strip()


def test_the_page_offers_the_same_files(atlas: Atlas) -> None:
    client = real_server().test_client()
    for form in FORMS.values():
        address = f"/data/{form.filename(atlas)}"
        sent = client.get(address)
        assert sent.status_code == 200 and sent.get_data() == form.write(atlas)
        assert form.filename(atlas) in sent.headers["Content-Disposition"]
        assert client.get(address, headers={"If-None-Match": sent.headers["ETag"]}).status_code == 304


def test_the_citation_file_is_of_this_version(atlas: Atlas) -> None:
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    assert text.startswith("cff-version: 1.2.0\n") and "\t" not in text
    software, data = text.split("references:")
    assert f'\nversion: "{config["metadata"]["version"]}"\n' in software
    assert f'name: "{config["metadata"]["author"]}"' in software and config["metadata"]["description"] in software
    for key in ("version", "released", "title", "licence"):
        assert atlas.edition[key] in data, key
    assert {"message:", "title:", "authors:"} <= {line.split(" ")[0] for line in text.splitlines()}


def test_the_version_of_the_data_is_not_that_of_the_program(atlas: Atlas) -> None:
    assert atlas.edition["version"] != __version__
    assert atlas.edition["version"] in sentence(atlas.edition) and Atlas.load(TINY).edition == {}


def test_authors_are_not_notes(atlas: Atlas) -> None:
    for source in atlas.dataset["sources"].values():
        assert not source.authors.startswith("("), f"{source.id}: write what is unknown about the authors into the note"
        assert "not in excerpt" not in source.authors and "copy" not in source.authors, source.id
