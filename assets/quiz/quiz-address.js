// What the address says of a run: its level, what is asked, its length, its seed, and where in it one stands.
import { LENGTHS, LEVELS } from "./question-bank.js";

const MODE = "quiz";
const END = "end";

// What fits no quiz, and the change of state that drops it: { change, wrong: [[key, value]] }.
export function mended({ level, asked, length }, usual, bank) {
  const wrong = [];
  const change = {};
  const drop = (key, value, to) => (wrong.push([key, value]), (change[key] = to));
  const unknown = bank.read(asked).wrong;
  if (!LEVELS.includes(level)) drop("level", level, usual.level);
  if (!LENGTHS.includes(length)) drop("length", length, usual.length);
  if (unknown.length)
    drop(
      "asked",
      unknown.join(", "),
      asked
        .split(",")
        .filter((one) => one && !unknown.includes(one))
        .join(),
    );
  return { change, wrong };
}

// Which question of a run an address stands at; its end is one further.
export function placeOf({ n }, all) {
  if (n === END) return all;
  const at = Number(n || 1) - 1;
  return Number.isInteger(at) && at >= 0 && at < all ? at : 0;
}

export const numbered = (at, all) => (at < all ? String(at + 1) : END);

// The same run for everyone, from its beginning, without what only this page shows.
export function linkTo({ level, asked, length, seed }, usual) {
  const kept = Object.entries({ mode: MODE, level, asked, length, seed, n: "1" }).filter(
    ([key, value]) => value !== usual[key],
  );
  return `${location.origin}${location.pathname}?${new URLSearchParams(kept).toString().replaceAll("%2C", ",")}`;
}
