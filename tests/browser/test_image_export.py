"""What is taken along stands by itself: one drawing, or its picture, with all that is needed to read and to cite it."""

import re
import struct
from base64 import b64encode
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from tests.browser.access import breaches
from tests.support.page_menus import MENU, SHARE, unfold

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"


def taken(reader, form: str, to: Path) -> tuple[str, Path]:
    """Save the figures by the menu: the file's name, and where it was put."""
    unfold(reader.page, MENU, SHARE)
    with reader.page.expect_download() as told:
        reader.page.locator(f"[data-take={form}]").click()
    path = to / told.value.suggested_filename
    told.value.save_as(path)
    return path.name, path


def painted(reader, query: str) -> None:
    """Open a state and let what follows its first paint arrive."""
    reader.page.set_viewport_size({"width": 1440, "height": 900})
    reader.open(query)
    reader.page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?select=L5",
        "?select=L5&show=labels,nerves,bones",
        "?layer=nerves&plate=foot&theme=dark",
        "?theme=print&select=S1",
    ],
)
def test_the_drawing_needs_nothing_but_itself(reader, tmp_path, query) -> None:
    painted(reader, query)
    requests: list[str] = []
    name, path = taken(reader, "svg", tmp_path)
    reader.page.on("request", lambda request: requests.append(request.url))
    taken(reader, "svg", tmp_path)
    # what the page fetches in idle time is not for the drawing
    asked = [url for url in requests if not url.startswith(("blob:", "data:")) and "/pictures-" not in url]
    assert asked == []
    text = path.read_text("utf-8")
    root = ElementTree.fromstring(text)
    assert name.startswith("nerve-atlas-") and name.endswith(".svg")
    assert not re.search(r"var\(|light-dark\(|color-mix\(|oklab\(|rgba?\(", text)
    blended = "mix-blend-mode: multiply;"  # there is no attribute for it
    styled = [
        e.tag for e in root.iter() if e.get("class") or e.get("style", blended) != blended or e.tag == f"{SVG}style"
    ]
    assert styled == []
    referred = set(re.findall(r"url\(#([^)]+)\)", text)) | set(re.findall(r'href="#([^"]+)"', text))
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert referred <= set(ids)
    assert len(ids) == len(set(ids))
    assert all(e.get("href", "#").startswith(("data:image/", "#")) for e in root.iter())


def test_the_drawing_says_what_it_is(reader, atlas, tmp_path) -> None:
    painted(reader, "?select=L5")
    name, path = taken(reader, "svg", tmp_path)
    root = ElementTree.parse(path).getroot()
    said = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    plate = next(iter(sorted(atlas.dataset["plates"].values(), key=lambda plate: plate.order)))
    assert atlas.node("L5").name in root.find(f"{SVG}title").text
    for part in (atlas.node("L5").name, plate.name, atlas.dataset["dermatome_maps"][atlas.default_map].name):
        assert part in said
    for view in (atlas.dataset.views[id_] for id_ in plate.views):
        assert view.appears_with or view.name in said
    assert "CC BY 4.0" in said and "CC0" in said
    assert atlas.strings["sheet.sources"].partition(" ")[0] in said
    cited = root.find(f".//{DC}source").text.split("; ")
    assert len(cited) > 3
    assert "CC BY 4.0" in root.find(f".//{DC}rights").text
    assert name == "nerve-atlas-l5-" + re.sub(r"\W+", "-", plate.name.lower()) + ".svg"


def mean_colour(page, kind: str, content: bytes, part: tuple[float, ...] = ()) -> list[float]:
    """The mean colour of a picture, or of a part of it (left, top, width, height), by the browser itself."""
    return page.evaluate(
        """async ([source, part]) => {
          const picture = new Image();
          picture.src = source;
          await picture.decode();
          const [left, top, width, height] = part.length ? part : [0, 0, picture.naturalWidth, picture.naturalHeight];
          const canvas = new OffscreenCanvas(Math.round(width), Math.round(height));
          const pen = canvas.getContext("2d");
          pen.drawImage(picture, -left, -top, picture.naturalWidth, picture.naturalHeight);
          const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
          const sums = [0, 0, 0];
          for (let at = 0; at < data.length; at += 4) for (let one = 0; one < 3; one += 1) sums[one] += data[at + one];
          return sums.map((sum) => sum / (data.length / 4));
        }""",
        [f"data:{kind};base64,{b64encode(content).decode()}", list(part)],
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_drawing_alone_looks_like_the_page(reader, tmp_path, theme) -> None:
    """The figure in the file, opened by itself, has the mean colour of the figure on the page."""
    painted(reader, f"?select=L5&theme={theme}&plate=foot")
    reader.page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    reader.page.wait_for_selector(".pulse", state="detached")
    _, path = taken(reader, "svg", tmp_path)
    root = ElementTree.parse(path).getroot()
    by = float(root.get("width")) / float(root.get("viewBox").split()[2])
    groups = [e for e in root if e.tag == f"{SVG}g" and "scale" in e.get("transform", "")]
    x, y, scale = map(float, re.match(r"translate\((\S+) (\S+)\) scale\((\S+)\)", groups[0].get("transform")).groups())
    figure = reader.page.locator("#figures figure:not([hidden]) .view").first
    box = [float(part) for part in figure.get_attribute("viewBox").split()]
    shot = figure.screenshot(animations="disabled")
    part = tuple(by * one for one in (x + box[0] * scale, y + box[1] * scale, box[2] * scale, box[3] * scale))
    one = mean_colour(reader.page, "image/png", shot)
    other = mean_colour(reader.page, "image/svg+xml", path.read_bytes(), part)
    assert all(abs(a - b) < 6 for a, b in zip(one, other, strict=True)), (one, other)


def test_the_picture_is_twice_the_size_of_the_drawing(reader, tmp_path) -> None:
    painted(reader, "?select=L5")
    _, drawing = taken(reader, "svg", tmp_path)
    name, picture = taken(reader, "png", tmp_path)
    root = ElementTree.parse(drawing).getroot()
    png = picture.read_bytes()
    assert name.endswith(".png")
    assert struct.unpack(">II", png[16:24]) == (2 * int(root.get("width")), 2 * int(root.get("height")))


def test_the_menu_opens_and_closes_by_key(reader) -> None:
    reader.open()
    for menu in (MENU, SHARE):
        reader.page.locator(f"{menu} > summary").focus()
        reader.page.keyboard.press("Enter")
        assert reader.page.locator(menu).get_attribute("open") is not None
    reader.page.keyboard.press("Escape")
    assert reader.page.locator(MENU).get_attribute("open") is None
    expect(reader.page.locator(f"{MENU} > summary")).to_be_focused()


@pytest.mark.slow
def test_axe_finds_nothing_with_labels_numbers_and_the_open_menu(reader) -> None:
    reader.page.emulate_media(reduced_motion="reduce")
    painted(reader, "?select=L5&show=labels,nerves")
    reader.page.wait_for_selector("#figures .labels text")
    reader.page.locator("#replay").click()
    reader.page.wait_for_selector("#figures .order text", state="attached")
    unfold(reader.page, MENU, SHARE)
    assert breaches(reader.page) == []


def opened_menu(reader, *choices: str):
    """The open menu, with these choices made."""
    unfold(reader.page, MENU, SHARE)
    menu = reader.page.locator(SHARE)
    for choice in choices:
        menu.locator(f"[data-choice={choice}]").click()
    return menu


def pixels_of(page, content: bytes) -> dict:
    """The size of a PNG and the opacity of its corner and of its most opaque pixel, from 0 to 255."""
    return page.evaluate(
        """async (source) => {
          const picture = new Image();
          picture.src = source;
          await picture.decode();
          const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
          const pen = canvas.getContext("2d");
          pen.drawImage(picture, 0, 0);
          const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
          let most = 0;
          for (let at = 3; at < data.length; at += 4) most = Math.max(most, data[at]);
          return { size: [canvas.width, canvas.height], corner: [...data.slice(0, 4)], most };
        }""",
        f"data:image/png;base64,{b64encode(content).decode()}",
    )


def test_a_slide_is_white_or_has_no_background(reader, tmp_path) -> None:
    painted(reader, "?select=L5")
    name, white = taken(reader, "slide", tmp_path)
    seen = pixels_of(reader.page, white.read_bytes())
    assert name.endswith("-slide.png")
    assert seen["size"] == [1920, 1080] and seen["corner"] == [255, 255, 255, 255]
    opened_menu(reader, "clear")
    reader.page.keyboard.press("Escape")
    _, clear = taken(reader, "slide", tmp_path)
    seen = pixels_of(reader.page, clear.read_bytes())
    assert seen["size"] == [1920, 1080] and seen["corner"][3] == 0 and seen["most"] == 255


def test_the_figure_that_was_pointed_at_is_taken_alone(reader, atlas, tmp_path) -> None:
    painted(reader, "")
    plate = next(iter(sorted(atlas.dataset["plates"].values(), key=lambda plate: plate.order)))
    view, other = plate.views[1], plate.views[0]
    reader.page.locator(f"#figure-{view} figcaption").click()
    menu = opened_menu(reader, "only")
    names = {one: atlas.dataset["views"][one].name for one in (view, other)}
    assert names[view] in menu.locator("[data-choice=only]").inner_text()
    reader.page.keyboard.press("Escape")
    _, path = taken(reader, "svg", tmp_path)
    said = " ".join("".join(text.itertext()) for text in ElementTree.parse(path).getroot().iter(f"{SVG}text"))
    assert names[view] in said and names[other] not in said


def test_a_picture_is_copied_or_the_reader_is_told_why_not(reader, atlas) -> None:
    painted(reader, "?select=L5")
    notice = reader.page.locator("#notice-text")
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened_menu(reader).locator("[data-take=copy]").click()
    expect(notice).to_have_text(atlas.strings["take.copied"], timeout=20000)
    kinds = reader.page.evaluate("navigator.clipboard.read().then((items) => items.flatMap(({ types }) => types))")
    assert kinds == ["image/png"]
    reader.page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('refused')); }")
    opened_menu(reader).locator("[data-take=copy]").click()
    expect(notice).to_have_text(atlas.strings["take.uncopied"], timeout=20000)
