// One drawing of all that is shown: title, figures with captions, legend, sources, licence. It stands by itself.
import { SVG, make } from "../figures/svg-elements.js";
import { plainColour } from "./colours.js";
import { meanings, SAMPLE } from "./sheet-legend.js";
import { arranged } from "./sheet-layout.js";
import { Resolver } from "./inline-styles.js";
import { pictures } from "./download.js";

const EDGE = 40;
const WIDTH = 1400;
const SANS = "Helvetica, Arial, sans-serif";
const SERIF = "Georgia, serif";
const pen = document.createElement("canvas").getContext("2d");

function wide(text, size, family = SANS) {
  pen.font = `${size}px ${family}`;
  return pen.measureText(text).width * 1.04; // other programs may have wider letters
}

function wrapped(text, size, room) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (lines.at(-1) && wide(longer, size) > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

// As many names as two lines hold, and how many more there are.
function cited(names, words, size, room) {
  for (let count = names.length; count >= 0; count -= 1) {
    const left = names.length - count;
    const listed = [names.slice(0, count).join("; "), left ? words["sheet.more"].replace("{n}", left) : ""];
    const lines = wrapped(words["sheet.sources"].replace("{sources}", listed.filter(Boolean).join("; ")), size, room);
    if (lines.length <= 2 || !count) return lines;
  }
  return [];
}

function colours() {
  const probe = document.getElementById("figures").appendChild(document.createElement("span"));
  const found = ["sheet", "ink", "soft", "accent", "line"].map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, plainColour(getComputedStyle(probe).color)[0]];
  });
  probe.remove();
  return Object.fromEntries(found);
}

// What the sheet is about: its title, which figures, and by what the skin is read.
export function about(page, state, told) {
  const { payload } = page;
  const plate = document.querySelector(`button[data-plate="${CSS.escape(state.plate)}"]`)?.textContent ?? "";
  const heading = document.querySelector("#panel h2")?.textContent;
  const selected = state.select && !state.mode ? payload.names[payload.place.get(state.select)] : "";
  const single =
    state.layer === "dermatomes"
      ? told.words["sheet.map"].replace("{map}", payload.maps[state.map])
      : told.words["sheet.nerves"];
  // two maps, or all, are no single one: there the line says what the page says of them
  const map = state.mode === "maps" && state.maps ? document.getElementById("status").textContent : single;
  const subject = state.select || state.lesion || state.pair || state.mode;
  const stem = ["nerve-atlas", subject, plate]
    .join(" ")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");
  return { title: (state.mode ? heading : selected) || plate || told.words["page.name"], plate, map, stem };
}

function sources(page, state, told) {
  const { payload } = page;
  const listed = [...document.querySelectorAll("#panel .sources li b")].map((name) => name.textContent);
  const lit = state.select && !state.mode ? payload.pathway(state.select, state.map).sources : null;
  const layer = state.layer === "dermatomes" ? state.map : state.layer;
  const names = state.mode && listed.length ? listed : (lit ?? told.layers[layer] ?? []).map((at) => told.sources[at]);
  return [...new Set(names)];
}

function metadata({ title, map }, names, words) {
  const box = document.createElementNS(SVG, "metadata");
  const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  const dc = "http://purl.org/dc/elements/1.1/";
  const root = box.appendChild(document.createElementNS(rdf, "rdf:RDF"));
  const work = root.appendChild(document.createElementNS(rdf, "rdf:Description"));
  work.setAttributeNS(rdf, "rdf:about", "");
  const told = {
    title,
    description: map,
    creator: words["page.name"],
    rights: words["sheet.licence"],
    source: names.join("; "),
  };
  for (const [name, text] of Object.entries({
    ...told,
    format: "image/svg+xml",
    language: document.documentElement.lang,
  }))
    work.appendChild(document.createElementNS(dc, `dc:${name}`)).textContent = text;
  return box;
}

// The limb in three dimensions as it is turned now: its picture, in a drawing of its own for as long as it is copied.
async function stillOf(scene) {
  const { width, height } = scene.getBoundingClientRect();
  const href = await window.Plotly.toImage(scene, { format: "png", width, height, scale: 2 });
  const svg = make(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, class: "still" },
    make("image", { width, height, href }),
  );
  scene.append(svg);
  return svg;
}

// Answers { text, width, height, stem }.
export async function sheet(page, state, told) {
  const solid = document.getElementById("solid-scene");
  const turned = solid?.getClientRects().length ? await stillOf(solid) : null;
  try {
    const shown = [...document.querySelectorAll(".figures .view")].filter((svg) => svg.getClientRects().length);
    return await composed(page, state, told, turned ? [turned] : shown);
  } finally {
    turned?.remove();
  }
}

async function composed(page, state, told, drawings) {
  const resolver = new Resolver(await pictures(drawings));
  const { placed, width: body, height: tall } = arranged(drawings, page.figures);
  const [tone, words] = [colours(), told.words];
  // Letters grow with the sheet, so that it can be read however wide it is; they are set as if it were not scaled.
  const by = Math.max(1, body / WIDTH);
  const width = Math.ceil(body / by + 2 * EDGE);
  const [saying, names] = [about(page, state, told), sources(page, state, told)];
  const captions = placed.map(({ svg }) => svg.closest("figure")?.querySelector("figcaption span")?.textContent ?? "");
  const parts = [];
  let y = EDGE;
  const write = (text, size, x, at, more = {}) =>
    parts.push(make("text", { x, y: at, "font-size": size, "font-family": SANS, fill: tone.ink, ...more }, text));
  write(saying.title, 30, EDGE, (y += 22), { "font-family": SERIF, "font-weight": 600 });
  const under = [...new Set([words["page.name"], saying.plate])].filter((part) => part && part !== saying.title);
  write([...under, saying.map].join(" · "), 16, EDGE, (y += 26), { fill: tone.soft });
  y += 26;
  for (const [at, { svg, x, y: down, width: own, height, scale }] of placed.entries()) {
    const { x: left, y: top } = svg.viewBox.baseVal;
    const times = scale / by;
    const transform = `translate(${(EDGE + x / by - left * times).toFixed(2)} ${(y + down / by - top * times).toFixed(2)}) scale(${times.toFixed(5)})`;
    const group = make("g", { transform });
    for (const child of svg.children)
      group.append(resolver.resolve(child, svg.getBoundingClientRect().width / svg.viewBox.baseVal.width) ?? "");
    parts.push(group);
    const middle = { "text-anchor": "middle", "font-style": "italic", "font-family": SERIF, fill: tone.soft };
    write(captions[at], 16, (EDGE + (x + own / 2) / by).toFixed(1), (y + (down + height) / by + 24).toFixed(1), middle);
  }
  y += tall / by + 18;
  let x = EDGE;
  for (const { sample, text } of meanings(drawings, resolver, page, state, told, tone.accent)) {
    const own = SAMPLE[0] + 9 + wide(text, 15) + 26;
    if (x > EDGE && x + own > width - EDGE) [x, y] = [EDGE, y + 27];
    parts.push(make("g", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` }, sample));
    write(text, 15, (x + SAMPLE[0] + 9).toFixed(1), (y + 14).toFixed(1));
    x += own;
  }
  y += 44;
  parts.push(make("path", { d: `M${EDGE} ${y.toFixed(1)}H${width - EDGE}`, stroke: tone.line, fill: "none" }));
  y += 4;
  const foot = [
    ...cited(names, words, 13, width - 2 * EDGE),
    ...wrapped(`${words["sheet.licence"]} ${words["sheet.purpose"]}`, 13, width - 2 * EDGE),
  ];
  for (const line of foot) write(line, 13, EDGE, (y += 18).toFixed(1), { fill: tone.soft });
  const height = Math.ceil(y + EDGE * 0.7);
  const size = { width: Math.round(width * by), height: Math.round(height * by) };
  const svg = make("svg", { ...size, viewBox: `0 0 ${width} ${height}` });
  const views = captions.join(", ");
  const description = words["sheet.describe"]
    .replace("{title}", saying.title)
    .replace("{views}", views)
    .replace("{map}", saying.map);
  svg.append(
    make("title", {}, `${saying.title} · ${words["page.name"]}`),
    make("desc", {}, description),
    metadata(saying, names, words),
  );
  svg.append(make("defs", {}, ...[...resolver.needed.values()].filter(Boolean)));
  svg.append(make("rect", { width, height, fill: tone.sheet }), ...parts);
  return { text: new XMLSerializer().serializeToString(svg), ...size, stem: saying.stem };
}
