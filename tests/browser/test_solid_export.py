"""The body in three dimensions, taken along: as a picture, and as a model that other programs open."""

from __future__ import annotations

import base64
import re
import struct
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from atlas.resources import resource_dir
from tests.browser.test_solid import opened, set_slider
from tests.support import mesh_file
from tests.support.glb import Glb, read_glb
from tests.support.page_menus import MENU, SHARE, unfold

pytestmark = pytest.mark.slow


def taken(page, form: str, to: Path) -> Path:
    """Take the body along in one of the forms of the menu."""
    unfold(page, MENU, SHARE)
    with page.expect_download(timeout=60_000) as told:
        page.locator(f"[data-take={form}]").click()
    path = to / told.value.suggested_filename
    told.value.save_as(path)
    return path


def model(page, to: Path) -> Glb:
    path = taken(page, "glb", to)
    assert path.suffix == ".glb"
    return read_glb(path)


def png_size(png: bytes) -> tuple[int, int]:
    return struct.unpack(">II", png[16:24])


def names(glb: Glb, group: str) -> list[str]:
    return [node.name for node in glb.nodes if node.group == group]


def rgb(node) -> np.ndarray:
    """The colour of a material from 0 to 255, as on the screen."""
    linear = np.array(node.material["pbrMetallicRoughness"]["baseColorFactor"][:3])
    return 255 * np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


def test_the_menu_offers_the_model_only_while_the_body_is_shown(reader) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    page = opened(reader)
    unfold(page, MENU, SHARE)
    expect(page.locator("[data-take=glb]")).to_be_visible()
    expect(page.locator("[data-take=png4]")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("button[data-plate]:not([data-plate=solid])").first.click()
    unfold(page, MENU, SHARE)
    expect(page.locator("[data-take=glb]")).to_be_hidden()
    expect(page.locator("[data-take=png4]")).to_be_hidden()
    assert not [url for url in asked if re.search(r"/model-\w+\.js", url)]


def test_the_model_has_an_object_for_each_part_and_says_whose_it_is(reader, atlas, tmp_path) -> None:
    page = opened(reader, "&select=L5")
    glb = model(page, tmp_path)
    assert "CC BY 4.0" in glb.asset["copyright"] and glb.asset["version"] == "2.0"
    extras = glb.asset["extras"]
    assert extras["title"].startswith(atlas.node("L5").name)
    assert "CC0" in extras["licence"] and "CC BY 3.0" in extras["licence"]
    assert extras["notice"] == (resource_dir("data") / "figures/NOTICE.md").read_text("utf-8")
    assert extras["address"] == page.url and "select=L5" in extras["address"]
    for layer in ("bones", "muscles", "skin", "sac"):
        parts = mesh_file.layer(layer)
        own = [name for name in names(glb, layer) if not name.endswith(".other")]
        assert own == [part.id or layer for part in parts]
        paired = [f"{part.id or layer}.other" for part in parts if part.paired and layer in ("bones", "skin")]
        assert sorted(set(names(glb, layer)) - set(own)) == sorted(paired)
    assert sorted(names(glb, "nerves")) == sorted(mesh_file.nerves())
    for node in glb.nodes:
        assert len(node.faces) > 0 and node.faces.max() < len(node.points)
        assert np.abs(np.linalg.norm(node.normals, axis=1) - 1).max() < 1e-3
    named = {node.name: node.extras.get("name") for node in glb.nodes}
    assert named["tibialis_anterior"] == atlas.nodes["tibialis_anterior"].name
    by_name = {node.name: node for node in glb.nodes if node.group == "muscles"}
    lit, unlit = (rgb(by_name[id_]) for id_ in ("tibialis_anterior", "soleus"))
    assert np.abs(lit - unlit).max() > 20, "what is highlighted has another colour"
    assert by_name["soleus"].material.get("alphaMode", "OPAQUE") == "OPAQUE"
    glass = next(node for node in glb.nodes if node.name == "skin").material
    assert glass["alphaMode"] == "BLEND" and glass["pbrMetallicRoughness"]["baseColorFactor"][3] < 0.5


def test_every_part_of_the_model_faces_outwards_on_either_side(reader, tmp_path) -> None:
    page = opened(reader, "&side=left")
    glb = model(page, tmp_path)
    for node in glb.nodes:
        if node.group in ("bones", "muscles"):
            a, b, c = (node.points[node.faces[:, n]].astype(float) for n in range(3))
            assert np.einsum("ij,ij->i", a, np.cross(b, c)).sum() > 0, node.name
    femur = {node.name: node.points[:, 0].mean() for node in glb.nodes if node.name.startswith("femur")}
    assert femur["femur"] > 0 > femur["femur.other"], "the left leg has the colours"


def test_the_model_of_a_pose_has_each_leg_and_its_normals_in_that_pose(reader, tmp_path) -> None:
    page = opened(reader, "&pose=straight_leg_raise,1")
    glb = model(page, tmp_path)
    bones = {node.name: node for node in glb.nodes if node.group == "bones"}
    height = {name: float(bones[name].points[:, 1].mean()) for name in ("tibia", "tibia.other")}
    assert height["tibia"] > height["tibia.other"] + 0.3, "one leg is lifted, the other lies"
    for node in bones.values():
        a, b, c = (node.points[node.faces[:, n]].astype(float) for n in range(3))
        across = np.cross(b - a, c - a)
        along = node.normals[node.faces].mean(axis=1)
        size = np.linalg.norm(across, axis=1)
        agree = np.einsum("ij,ij->i", across, along) > 0
        assert size[agree].sum() > 0.95 * size.sum(), node.name


def test_the_model_has_only_what_is_shown(reader, tmp_path) -> None:
    page = opened(reader, "&select=L5")
    page.locator(".solid-layers summary").click()
    set_slider(page, "[data-solid-layer=muscles]", 0)
    set_slider(page, "[data-solid=cut]", 500)
    glb = model(page, tmp_path)
    assert not names(glb, "muscles")
    assert names(glb, "bones") and names(glb, "nerves")
    highest = max(float(node.points[:, 1].max()) for node in glb.nodes)
    assert 0.499 < highest < 0.503, "nothing is left above the cross-section"
    set_slider(page, "[data-solid=cut]", 10_000)
    set_slider(page, "[data-solid=peel]", 20)
    peeled = model(page, tmp_path)
    assert not names(peeled, "skin")
    assert "hip_bone" in names(peeled, "bones") and "hip_bone" not in names(glb, "bones")
    assert "distal_phalanx_5" not in names(peeled, "bones"), "it lies near the skin"


def test_the_picture_of_four_times_the_size(reader, tmp_path) -> None:
    page = opened(reader, "&select=S1")
    drawing = taken(page, "svg", tmp_path).read_text("utf-8")
    width, height = (int(re.search(rf'<svg[^>]* {name}="(\d+)"', drawing)[1]) for name in ("width", "height"))
    assert png_size(taken(page, "png4", tmp_path).read_bytes()) == (4 * width, 4 * height)
    box = page.locator("#solid-scene canvas").bounding_box()
    uri = page.evaluate("document.getElementById('solid-scene').picture(4)")
    assert png_size(base64.b64decode(uri.partition(",")[2])) == (4 * round(box["width"]), 4 * round(box["height"]))
    page.wait_for_selector("#solid-scene[data-triangles]")
    assert page.locator("#solid-scene canvas").bounding_box() == box
