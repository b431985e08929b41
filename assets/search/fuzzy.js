// How alike two names are, reckoned step by step as Python does it.
export const fold = (text) =>
  (
    text
      .replace(/[ßẞ]/g, "ss")
      .normalize("NFKD")
      .replace(/[^\0-\x7f]/g, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).join(" ");

const SOUNDS = [
  ["ph", "f"],
  ["ae", "e"],
  ["oe", "e"],
  ["y", "i"],
  ["ck", "k"],
  ["c", "k"],
  ["x", "ks"],
];

// A folded text as it sounds, roughly.
export const sounded = (folded) =>
  SOUNDS.reduce((text, [written, heard]) => text.replaceAll(written, heard), folded).replace(/(.)\1+/g, "$1");

// The longest common subsequence of two texts.
function common(a, b) {
  let before = new Uint16Array(b.length + 1);
  for (const letter of a) {
    const row = new Uint16Array(b.length + 1);
    for (let n = 0; n < b.length; n++) row[n + 1] = letter === b[n] ? before[n] + 1 : Math.max(before[n + 1], row[n]);
    before = row;
  }
  return before[b.length];
}

// Twice what two texts share, of all their letters, from 0 to 100.
export function ratio(a, b) {
  const all = a.length + b.length;
  return all ? (1 - (all - 2 * common(a, b)) / all) * 100 : 100;
}

const lacking = (words, others) => Math.min(Math.abs(others.length - words.length), 9);

// The same, the same words, a part of it, or a slip of spelling.
export function likeness(wanted, spelling) {
  if (wanted === spelling) return 100;
  const [words, others] = [wanted, spelling].map((text) => text.split(" ").filter(Boolean));
  if (words.every((word) => others.includes(word))) return 99 - Math.min(others.length - words.length, 9);
  const best = (word) => others.reduce((most, other) => Math.max(most, ratio(word, other)), 0);
  const byWord = words.map(best).reduce((sum, one) => sum + one) / words.length - lacking(words, others);
  return Math.max(0, Math.min(byWord, 89), Math.min(ratio(wanted, spelling), 89));
}

// Rounded to one digit as Python rounds: the nearest, and where two are as near, the even one.
export function rounded(score) {
  const whole = Math.floor(score);
  return score - whole === 0.25 ? whole + 0.2 : Number(score.toFixed(1));
}
