// Sizes that follow the letter height, so that every theme has rows that can be read.

/** Heights and widths as multiples of the letter height. */
const ROW = 1.78;
const LINE = 1.19;
const BEND = 1.6;
const LANE = 2.52;
const [RULER, BARE_RULER] = [4.4, 1.3];
/** The size of the names on the ruler, and the room around them. */
const [NAME, AROUND_NAME] = [0.9, 1.3];
/** Below this width in letters the ruler has no names. */
const NARROW = 18;
const AFTER_LANES = 1.5;
/** The labels' share of the network's width. */
const LABEL_SHARE = 0.58;

/** @type {CanvasRenderingContext2D | null} */
let brush = null;
let font = "";
/** @type {Map<string, number>} */
let widths = new Map();

/**
 * The width of a text in the bold font of the network; each is measured once.
 * @param {CSSStyleDeclaration} style  of the network
 * @returns {(text: string) => number}
 */
function widthIn({ fontSize, fontFamily }) {
  brush ??= document.createElement("canvas").getContext("2d");
  const wanted = `600 ${fontSize} ${fontFamily}`;
  if (font !== wanted) [font, widths] = [wanted, new Map()];
  return (text) => {
    if (!widths.has(text)) {
      brush.font = font;
      widths.set(text, brush.measureText(text).width);
    }
    return widths.get(text);
  };
}

/**
 * @param {CSSStyleDeclaration} style  of the network
 * @param {{width: number, height: number}} box
 * @param {string[]} names  on the ruler
 */
export function sizesOf(style, { width, height }, names) {
  const letter = parseFloat(style.fontSize);
  const isNarrow = width < NARROW * letter;
  const widthOf = widthIn(style);
  const widest = Math.max(...names.map(widthOf)) * NAME + AROUND_NAME * letter;
  const laneLeft = isNarrow ? BARE_RULER * letter : Math.max(RULER * letter, widest);
  return {
    isNarrow,
    width,
    height,
    letter,
    unit: ROW * letter,
    line: LINE * letter,
    bend: BEND * letter,
    laneLeft,
    labelRoom: LABEL_SHARE * width - Math.max(0, laneLeft - RULER * letter), // a wide ruler takes nothing from the lanes
    widthOf,
  };
}

/**
 * The distance of the lanes and the edge of the labels.
 * @param {ReturnType<typeof sizesOf>} sizes
 * @param {number} lanes
 */
export function columnsOf({ letter, width, laneLeft, labelRoom }, lanes) {
  const free = width - labelRoom - laneLeft - AFTER_LANES * letter;
  const laneGap = lanes > 1 ? Math.max(0, Math.min(LANE * letter, free / (lanes - 1))) : 0;
  return { laneGap, labelLeft: laneLeft + (lanes - 1) * laneGap + AFTER_LANES * letter };
}
