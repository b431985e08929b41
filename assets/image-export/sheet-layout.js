// Where the figures stand on a sheet: as on the page where all of them are in view there, else in even rows.
const CAPTION = 34;
const GAP = 28;
const NARROWEST = 1200; // pixels that the figures are wide at least
const LARGEST = 2.6; // times the size they have on the page

function rows(boxes) {
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const room = Math.max(...boxes.map(({ width }) => width), Math.sqrt(area * 2));
  let [x, y, high, wide] = [0, 0, 0, 0];
  const placed = boxes.map((box) => {
    if (x && x + box.width > room) [x, y, high] = [0, y + high + CAPTION + GAP, 0];
    const at = { ...box, x, y };
    x += box.width + GAP;
    high = Math.max(high, box.height);
    wide = Math.max(wide, x - GAP);
    return at;
  });
  return { placed, wide };
}

function asOnPage(boxes) {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const placed = boxes.map((box) => ({ ...box, x: box.x - left, y: box.y - top }));
  return { placed, wide: Math.max(...placed.map(({ x, width }) => x + width)) };
}

// drawings: SVG elements of the page. Answers { placed: [{ svg, x, y, width, height, scale }], width, height } in pixels
// of the sheet, `scale` being pixels for a unit of the drawing; below each there is room for a caption.
export function arranged(drawings, plate) {
  const boxes = drawings.map((svg) => {
    const { x, y, width, height } = svg.getBoundingClientRect();
    return { svg, x, y, width, height };
  });
  const inView = plate.scrollWidth <= plate.clientWidth + 2 && plate.scrollHeight <= plate.clientHeight + 2;
  const { placed, wide } = inView ? asOnPage(boxes) : rows(boxes);
  const times = Math.min(LARGEST, Math.max(1, NARROWEST / wide));
  for (const box of placed) {
    for (const side of ["x", "y", "width", "height"]) box[side] *= times;
    box.scale = box.width / box.svg.viewBox.baseVal.width;
  }
  const height = Math.max(...placed.map((box) => box.y + box.height)) + CAPTION;
  return { placed, width: wide * times, height };
}
