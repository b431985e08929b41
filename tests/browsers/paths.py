"""The main paths through the page, each written once for all browsers."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from atlas import Atlas
from atlas.web.layout.controls import DESTINATIONS
from tests.browsers.tab import DOWN, ENTER, ESCAPE
from tests.browsers.visitor import Visitor
from tests.support.exported_site import exported
from tests.support.limbs import TINY, copy_of
from tests.support.page_menus import LANGUAGES, MENU, SHARE, VIEW
from tests.support.serving import served_by_command

Path_ = Callable[[Visitor, Atlas], "str | None"]
"""A path; a browser that lacks what it needs answers why, and what the page says then is checked instead."""

LIT = "(within) => document.querySelectorAll(`${within} [data-node].lit`).length"
KEPT = "() => navigator.serviceWorker.getRegistration().then((kept) => kept?.active?.state === 'activated')"
CATCH = """() => {
  window.taken = [];
  const blobs = new Map();
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const made = address.call(URL, blob);
    blobs.set(made, blob);
    return made;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    const blob = blobs.get(this.href);
    blob.slice(0, 200).text().then((begin) => window.taken.push([this.download, blob.size, begin]));
  };
}"""
"""Keep what the page would save, as some browsers ask a person where to."""
DRAWN = """() => {
  const canvas = document.querySelector("#solid-scene canvas");
  const small = Object.assign(document.createElement("canvas"), { width: 32, height: 32 });
  const pen = small.getContext("2d");
  return new Promise((done) => requestAnimationFrame(() => {
    pen.drawImage(canvas, 0, 0, 32, 32);
    const seen = pen.getImageData(0, 0, 32, 32).data;
    const colours = new Set();
    for (let at = 0; at < seen.length; at += 4) colours.add(seen.slice(at, at + 3).join());
    done(colours.size);
  }));
}"""
"""How many colours the body in 3-D has."""


def select(visitor: Visitor, atlas: Atlas) -> None:
    """A root by its button, and away with it by a key."""
    visitor.open()
    visitor.click(".roots [data-node='S1']")
    visitor.heading(atlas.node("S1").name)
    visitor.asked("select=S1")
    for part in ("#figures", "#graph"):
        visitor.wait(f"light in {part}", LIT, part)
    visitor.tab.type(ESCAPE)
    visitor.see("#greeting")
    visitor.wait("no light", f"() => !({LIT})('#figures')")


def skin(visitor: Visitor, atlas: Atlas) -> None:
    """A patch of skin in a figure."""
    visitor.open()
    patch = atlas.resolve("first web space")
    visitor.click(f"#figures .skin [data-node='{patch}']")
    visitor.heading(atlas.node(patch).name)
    visitor.wait("light in the figures", LIT, "#figures")


def search(visitor: Visitor, atlas: Atlas) -> None:
    """Words typed into the box, an arrow and Enter."""
    visitor.open()
    visitor.tab.type("/")
    visitor.wait("the box", "() => document.activeElement.id === 'find'")
    visitor.tab.type("big toe")
    found = atlas.find("big toe")
    visitor.wait("what is found", "(n) => document.querySelectorAll('#found [role=option]').length === n", len(found))
    visitor.tab.type(DOWN + DOWN + ENTER)
    visitor.heading(found[1].name)


def layers(visitor: Visitor, atlas: Atlas) -> None:
    """The menu of the figures, a layer of them, and a root in it."""
    visitor.open()
    visitor.unfold(VIEW)
    visitor.click("button[data-layer='nerves']")
    visitor.see("button[data-layer='nerves'][aria-pressed='true']")
    visitor.asked("layer=nerves")
    visitor.tab.type(ESCAPE)
    visitor.click(".roots [data-node='L5']")
    visitor.asked("select=L5")  # the heading alone also follows the pointer
    visitor.heading(atlas.node("L5").name)
    visitor.asked("layer=nerves")
    visitor.wait("light in the figures", LIT, "#figures")


def destinations(visitor: Visitor, atlas: Atlas) -> None:
    """Every destination, and every mode of it."""
    visitor.open("?select=L5")
    for name, modes in reversed(DESTINATIONS.items()):
        visitor.click(f"[data-destination={name}]")
        for mode in modes:
            if mode != modes[0]:
                visitor.click(f".modes [data-mode='{mode}']")
            if mode:
                visitor.see(f"html[data-entered='{mode}']")
            visitor.see(f".destinations [data-destination={name}][aria-pressed=true]")
            visitor.rest()


def solid(visitor: Visitor, atlas: Atlas) -> str | None:
    """The body in 3-D, drawn and chosen from."""
    visitor.open("?plate=solid")
    if not visitor.tab.run("() => Boolean(document.createElement('canvas').getContext('webgl2'))"):
        visitor.wait("a word", "() => /WebGL/.test(document.body.innerText)")
        visitor.wait("the figures instead", "() => !location.search.includes('plate=solid')")
        return "says that the browser draws no 3-D"
    visitor.wait("the body", "() => document.querySelector('#solid-scene[data-muscles][data-triangles]')")
    visitor.wait("a picture", f"async () => (await ({DRAWN})()) > 8")
    visitor.click("#solid-scene canvas")
    visitor.asked("select=")
    return None


def quiz(visitor: Visitor, atlas: Atlas) -> None:
    """A question of the quiz, answered."""
    visitor.open("?mode=quiz&seed=class1&asked=nerve_of_muscle")
    visitor.see("html[data-entered=quiz]")
    visitor.click("#quiz .choice")
    visitor.wait("a verdict", "() => /^[✓✗]/.test(document.getElementById('quiz-said').textContent)")
    visitor.click("#quiz .question .start")
    visitor.wait("the next", "() => document.querySelector('#quiz .question .kind').textContent.includes('2')")


def export(visitor: Visitor, atlas: Atlas) -> None:
    """The figures as a drawing and as a picture."""
    visitor.open("?select=L5")
    visitor.heading(atlas.node("L5").name)
    visitor.tab.run(CATCH)
    for form, begin in (("svg", "<svg"), ("png", "PNG")):
        visitor.unfold(MENU, SHARE)
        visitor.click(f"[data-take={form}]")
        _, length, first = visitor.wait(
            f"the {form}", "(form) => window.taken.find(([name]) => name.endsWith(form))", form
        )
        assert length > 10_000 and begin in first, f"the {form} has {length} bytes and begins with {first[:40]!r}"


def offline(visitor: Visitor, atlas: Atlas) -> str | None:
    """The second visit, when the server is gone."""
    with tempfile.TemporaryDirectory() as folder:
        limb = copy_of(TINY, Path(folder, "limb"))
        with served_by_command(limb, 0) as address:
            visitor.open(address=address)
            if not visitor.tab.run("() => 'serviceWorker' in navigator"):
                return "this build keeps no pages"
            visitor.wait("the page to be kept", KEPT)
            time.sleep(1)
        visitor.tab.go("about:blank")
        visitor.open("?mode=sources", address)
        visitor.see("html[data-entered=sources]")
    return None


def from_disk(visitor: Visitor, atlas: Atlas) -> None:
    """An exported page, opened as a file."""
    with tempfile.TemporaryDirectory() as folder:
        page = exported(Path(folder, "site"), TINY)
        visitor.open(address=page.as_uri())
        root = visitor.tab.run("() => document.querySelector('.roots [data-node]').dataset.node")
        visitor.click(f".roots [data-node='{root}']")
        visitor.wait("its pathway", LIT, "#graph")
        visitor.click("[data-destination=reference]")
        visitor.see("html[data-entered=maps]")


def languages(visitor: Visitor, atlas: Atlas) -> None:
    """German and Spanish, with the same state."""
    visitor.open("?select=L5")
    for language in ("de", "es"):
        visitor.unfold(MENU, LANGUAGES)
        visitor.click(f"#languages a[lang={language}]")
        visitor.see(f"html[lang={language}][data-ready]")
        visitor.asked("select=L5")
        visitor.wait("its pathway", LIT, "#graph")


PATHS: dict[str, Path_] = {
    "select": select,
    "skin": skin,
    "search": search,
    "layers": layers,
    "destinations": destinations,
    "3-D": solid,
    "quiz": quiz,
    "export": export,
    "languages": languages,
    "from a disk": from_disk,
    "offline": offline,
}
SHORT = ("select", "skin", "search", "layers", "destinations", "quiz", "export")
"""What CI runs in Firefox."""
