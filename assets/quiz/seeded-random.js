// Chance that is the same in every browser: whole numbers from a text, so that what is drawn depends on ids alone and
// never on the order in which the bank holds them.
function hash(text) {
  let h = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) h = Math.imul(h ^ text.charCodeAt(n), 0x01000193);
  return h >>> 0;
}

// One step of mulberry32, so that texts that are nearly alike lie far apart.
export function lot(...texts) {
  let t = (hash(texts.join("\n")) + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}

const before = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// Ids in the order in which they are drawn for these texts.
export function drawn(ids, ...texts) {
  const lots = new Map(ids.map((id) => [id, lot(...texts, id)]));
  return [...ids].sort((a, b) => lots.get(a) - lots.get(b) || before(a, b));
}

const DIGITS = "0123456789abcdefghijkmnpqrstuvwxyz";

export const newSeed = () =>
  [...crypto.getRandomValues(new Uint8Array(6))].map((n) => DIGITS[n % DIGITS.length]).join("");
