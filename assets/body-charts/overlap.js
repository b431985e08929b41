// How much of an area is painted, and how much of the drawing lies in it.

/**
 * What was counted on one chart: for each place, its cells and those of them that are painted.
 * @typedef {{weight: number, all: ArrayLike<number>, painted: ArrayLike<number>}} Count  `weight`: the true size of a cell
 */

/**
 * The charts together, each cell weighed by its true size. Charts without paint do not count: of an area that can also
 * be seen there, nobody was asked to paint that part.
 * @param {Count[]} counts
 * @returns {{all: number[], painted: number[], drawing: number}}  sizes by place, and that of the whole drawing
 */
export function together(counts) {
  const used = counts.filter(({ painted }) => Array.from(painted).some(Boolean));
  const places = Math.max(0, ...counts.map(({ all }) => all.length));
  const total = (/** @type {"all" | "painted"} */ what) =>
    Array.from({ length: places }, (_, place) => used.reduce((sum, one) => sum + one.weight * one[what][place], 0));
  const painted = total("painted");
  return { all: total("all"), painted, drawing: painted.reduce((sum, size) => sum + size, 0) };
}

/**
 * The shares of an area: how much of it is painted, and how much of the drawing lies in it.
 * @param {ReturnType<typeof together>} sum
 * @param {number[]} places  of which the area consists
 * @returns {{area: number, drawing: number} | null}  from 0 to 1; null if the drawing does not touch it
 */
export function shares({ all, painted, drawing }, places) {
  const size = (/** @type {number[]} */ sizes) => places.reduce((sum, place) => sum + sizes[place], 0);
  const touched = size(painted);
  return touched ? { area: touched / size(all), drawing: touched / drawing } : null;
}
