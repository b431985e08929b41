// Which of a few choices somebody may have meant who wrote the id or the name of none of them.
import { fold, slips } from "./fuzzy.js";

const MOST_SLIPS = 2;
const SHORTEST_BEGINNING = 2;
const FEW = 5; // choices that are all offered when none is near

/** How far two folded texts are from each other: 0 the same, up to 3; null if they have nothing in common. */
function distance(text, other) {
  if (text === other) return 0;
  const [short, long] = text.length < other.length ? [text, other] : [other, text];
  if (short.length >= SHORTEST_BEGINNING && long.startsWith(short)) return 1;
  const joined = slips(text.replaceAll(" ", ""), other.replaceAll(" ", ""), MOST_SLIPS);
  if (joined !== null) return joined;
  const words = other.split(" ");
  return text.split(" ").some((word) => words.some((one) => one.length > 3 && slips(word, one, 1) !== null)) ? 3 : null;
}

/**
 * The choices whose id or name is near a text, the nearest first; all of them if they are few and none is near.
 * @param {string} text
 * @param {[id: string, name: string][]} choices
 * @param {number} most
 * @returns {[id: string, name: string][]}
 */
export function nearestChoices(text, choices, most) {
  const folded = fold(text);
  if (!folded) return [];
  const found = choices
    .map((choice) => ({ choice, far: choice.map((one) => distance(folded, fold(one))).filter((one) => one !== null) }))
    .filter(({ far }) => far.length)
    .map(({ choice, far }) => ({ choice, far: Math.min(...far) }))
    .sort((a, b) => a.far - b.far);
  if (!found.length && choices.length <= FEW) return choices;
  return found.slice(0, most).map(({ choice }) => choice);
}
