// Composes a slide: a title, the figures as large as they fit, and the licence in small letters.
import { make } from "../figures/svg-elements.js";
import { pictures } from "./download.js";
import { StyleInliner } from "./inline-styles.js";
import { fillRoom } from "./sheet-layout.js";
import { captionsOf, placedCopy, themeColours, withDrawings } from "./sheet.js";
import { describe } from "./sheet-texts.js";
import { textWidth } from "./text-layout.js";

const [WIDTH, HEIGHT] = [1920, 1080]; // pixels
const EDGE = 48;
const TOP = 128; // of the figures
const BOTTOM = 44; // below the figures
const TITLE_SIZE = 46;
const SMALL = 15;
const LETTERS = { "font-family": "Helvetica, Arial, sans-serif" };

/** The size at which a line fits on the slide. */
const fitted = (text, size) => Math.min(size, (size * (WIDTH - 2 * EDGE)) / textWidth(text, size));

function write(text, size, y, attributes) {
  return make("text", { x: EDGE, y, "font-size": fitted(text, size).toFixed(1), ...LETTERS, ...attributes }, text);
}

async function compose(page, state, bundle, drawings, isClear) {
  const { words } = bundle;
  const inliner = new StyleInliner(await pictures(drawings));
  const { title, side, map, stem } = describe(page, state, bundle);
  const colours = themeColours();
  const captions = captionsOf(drawings);
  const subtitle = [side, map].filter(Boolean).join(" · ");
  const figures = fillRoom(drawings, WIDTH - 2 * EDGE, HEIGHT - TOP - BOTTOM).map((figure, at) => {
    const place = { ...figure, x: figure.x + EDGE, y: figure.y + TOP };
    const below = { x: place.x + place.width / 2, y: place.y + place.height + 24, "font-size": 18 };
    const look = { ...LETTERS, "text-anchor": "middle", "font-style": "italic", fill: colours.soft };
    return [placedCopy(place, inliner), make("text", { ...below, ...look }, captions[at])];
  });
  const licence = `${words["page.name"]} · ${words["sheet.licence"]}`;
  const svg = make(
    "svg",
    { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    make("defs", {}, ...[...inliner.referenced.values()].filter(Boolean)),
    isClear ? "" : make("rect", { width: WIDTH, height: HEIGHT, fill: colours.ground }),
    write(title, TITLE_SIZE, 72, { fill: colours.ink, "font-weight": 600, "font-family": "Georgia, serif" }),
    write(subtitle, 22, 108, { fill: colours.soft }),
    ...figures.flat(),
    write(licence, SMALL, HEIGHT - 18, { fill: colours.soft }),
  );
  return { text: new XMLSerializer().serializeToString(svg), width: WIDTH, height: HEIGHT, stem };
}

/**
 * @param {Page} page
 * @param {State} state
 * @param {import("./image-export.js").SheetBundle} bundle
 * @param {import("./image-export.js").TakeOptions} options
 * @returns {Promise<{text: string, width: number, height: number, stem: string}>}  as `composeSheet`
 */
export function composeSlide(page, state, bundle, options) {
  return withDrawings(options, (drawings) => compose(page, state, bundle, drawings, options.isClear));
}
