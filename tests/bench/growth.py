"""Generated limbs of growing size: loading, questions, lights in the browser and memory, each size in its own process.

`python -m tests.bench.growth SIZE FILE` measures one size, prints it as JSON and leaves what to light in FILE.
"""

from __future__ import annotations

import gc
import json
import random
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from statistics import median

import psutil
from playwright.sync_api import Browser, sync_playwright

from tests.bench.report import table, write
from tests.bench.running import ATLAS, ROOT, running
from tests.bench.timing import quantile, timed
from tests.support.chromium import launch_options
from tests.support.limbs import generate

SIZES = (100, 1_000, 10_000, 100_000)
ASKED = 40
PATIENCE = 100
"""Seconds that one size may take."""
HIGHLIGHTER = [
    str(ROOT / "node_modules/.bin/esbuild"),
    str(ROOT / "assets/figures/highlight.js"),
    *("--bundle", "--format=iife", "--global-name=highlight"),
]
"""Makes a classic script of the page's module, whose exports are properties of `highlight`."""
LIGHTS = """async ({ ids, edges, answers }) => {
  document.body.replaceChildren();
  const drawn = (kind, places) => `<g>${places.map((place) => `<${kind} ${place} cx="5" cy="5" r="1" d="M0 0h9"/>`).join("")}</g>`;
  const place = document.createElement("div");
  place.innerHTML = `<svg viewBox="0 0 9 9">${drawn("circle", ids.map((id) => `data-node="${id}"`))}` +
    drawn("path", edges.map(([a, b]) => `data-from="${ids[a]}" data-to="${ids[b]}"`)) + "</svg>";
  document.body.append(place);
  const start = performance.now();
  const highlighter = new highlight.Highlighter([place]);
  const learnt = performance.now() - start;
  const took = answers.map((answer) => {
    const asked = performance.now();
    highlighter.show({ ids, edges }, answer, "on");
    return performance.now() - asked;
  });
  return { learnt, took };
}"""


def one(size: int, file: Path) -> dict:
    """Seconds, milliseconds and MB of one size."""
    from atlas import Atlas

    with tempfile.TemporaryDirectory() as folder:
        limb = generate(Path(folder) / "limb", size)
        before = _resident()
        load, atlas = timed(lambda: Atlas.load(limb))
    rng = random.Random(0)
    segments, skin = list(atlas.dataset["segments"]), list(atlas.dataset["territories"])
    atlas.pathway(segments[0])
    ids = rng.choices(list(atlas.dataset["roots"]), k=ASKED) + rng.choices(skin, k=ASKED)
    answers = [timed(lambda id_=id_: atlas.pathway(id_)) for id_ in ids]
    ready, _ = timed(lambda: atlas.lesion(segments[0]))
    lesions = [timed(lambda id_=id_: atlas.lesion(id_))[0] for id_ in rng.choices(segments, k=ASKED)]
    _write_answers(atlas, file, [found for _, found in answers])
    result = {
        "nodes": len(atlas.nodes),
        "load": load,
        "edges": median(len(found.edges) for _, found in answers),
        "pathway": [spent * 1000 for spent, _ in answers],
        "lesion": [spent * 1000 for spent in lesions],
        "lesion_first": ready * 1000,
        "memory": _resident() - before,
    }
    print(json.dumps(result), flush=True)
    muscles = rng.choices(list(atlas.dataset["muscles"]), k=3)
    prepared, _ = timed(lambda: atlas.localiser)
    numb = rng.choices(skin, k=3)
    spent = [
        timed(lambda m=m, s=s: atlas.localise(weak=[m], numb=[s]))[0] * 1000 for m, s in zip(muscles, numb, strict=True)
    ]
    return result | {"localise": spent, "prepared": prepared * 1000, "memory": _resident() - before}


def _resident() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / 2**20


def _write_answers(atlas: object, file: Path, found: list) -> None:
    from atlas.figures.pathway_table import HIGHLIGHTED

    index_of = {id_: index for index, id_ in enumerate(atlas.nodes)}
    edges: dict[tuple[str, str], int] = {}
    answers = []
    for answer in found:
        nodes = sorted(index_of[id_] for part in HIGHLIGHTED for id_ in getattr(answer, part))
        own_edges = [edges.setdefault(edge, len(edges)) for edge in answer.edges]
        answers.append({"nodes": nodes, "edges": own_edges, "locations": [], "chosen": [index_of[answer.selected]]})
    # the drawing has all other edges of the limb too
    for segment in atlas.dataset["segments"].values():
        for above in segment.upstream:
            edges.setdefault((above, segment.id), len(edges))
    drawn = [[index_of[a], index_of[b]] for a, b in edges]
    file.write_text(json.dumps({"ids": list(index_of), "edges": drawn, "answers": answers}), "utf-8")


def _measured(size: int, file: Path) -> dict | None:
    command = [sys.executable, "-m", "tests.bench.growth", str(size), str(file)]
    with tempfile.TemporaryFile("w+") as said:
        with suppress(subprocess.TimeoutExpired):  # what it had measured by then counts
            subprocess.run(command, cwd=ROOT, stdout=said, timeout=PATIENCE, check=True)
        said.seek(0)
        lines = said.read().splitlines()
    return json.loads(lines[-1]) if lines else None


def _lights(browser: Browser, address: str, file: Path) -> dict:
    page = browser.new_page()
    page.goto(address + "/robots.txt")
    page.add_script_tag(content=subprocess.run(HIGHLIGHTER, capture_output=True, check=True, text=True).stdout)
    found = page.evaluate(LIGHTS, json.loads(file.read_text("utf-8")))
    page.close()
    return found


def _line(size: int, found: dict | None, lights: dict | None) -> list[object]:
    if not found:
        return [f"{size:,}", *[f"not within {PATIENCE} s"] * 8]
    localise = f"{median(found['localise']):.1f}" if "localise" in found else f"not within {PATIENCE} s"
    return [
        f"{found['nodes']:,}",
        f"{found['load']:.2f}",
        f"{found['edges']:.0f}",
        f"{median(found['pathway']):.2f} ({quantile(found['pathway'], 0.95):.2f})",
        f"{median(found['lesion']):.2f} ({quantile(found['lesion'], 0.95):.2f})",
        localise + (f" ({found['prepared']:.0f} once)" if "prepared" in found else ""),
        f"{median(lights['took']):.2f} ({quantile(lights['took'], 0.95):.2f})",
        f"{lights['learnt']:.0f}",
        f"{found['memory']:.0f}",
    ]


def growth() -> None:
    """A table with a row for each size."""
    rows = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, running(ATLAS) as host:
        browser = playwright.chromium.launch(**launch_options())
        for size in SIZES:
            file = Path(folder, f"{size}.json")
            found = _measured(size, file)
            rows.append(_line(size, found, _lights(browser, host.address, file) if found else None))
        browser.close()
    header = ["nodes", "load and check s", "highlighted edges", "pathway ms (p95)", "lesion ms (p95)", "localise ms"]
    header += ["lights ms (p95)", "lights learn ms", "memory MB"]
    lead = "Generated limbs: the cost of an answer must depend on the answer, not on the limb. Half of the pathways start at a root,\n"
    lead += (
        "half at a patch of skin; highlighting runs the page's own module in Chromium on a drawing of all nodes.\n\n"
    )
    write("growth", "Growth", "make bench ARGS=growth", lead + table(header, rows))


if __name__ == "__main__":
    print(json.dumps(one(int(sys.argv[1]), Path(sys.argv[2]))), flush=True)
