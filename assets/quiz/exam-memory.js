// What the tab keeps of an exam until it ends, so that a reload loses nothing. Without storage, as in some frames, an
// exam lives as long as its page.

const KEY = "nerve-atlas-exam";

/**
 * @typedef {object} KeptExam
 * @property {number} start  when its first question was shown, in milliseconds
 * @property {Record<string, string>} chosen  question → the answer that was chosen
 */

const ofTab = () => sessionStorage;

/**
 * Keeps an exam instead of the one before it.
 * @param {string} run
 * @param {KeptExam} exam
 * @param {() => Storage} [storage]
 */
export function keepExam(run, { start, chosen }, storage = ofTab) {
  try {
    storage().setItem(KEY, JSON.stringify({ run, start, chosen }));
  } catch {
    // the exam goes on without it
  }
}

/**
 * The exam that was kept for a run; null if there is none, or what was kept is none.
 * @param {string} run
 * @param {() => Storage} [storage]
 * @returns {KeptExam | null}
 */
export function keptExam(run, storage = ofTab) {
  try {
    const kept = JSON.parse(storage().getItem(KEY) ?? "null");
    if (kept?.run !== run || !Number.isFinite(kept.start) || typeof kept.chosen !== "object") return null;
    const chosen = Object.entries(kept.chosen ?? {}).filter(([, answer]) => typeof answer === "string");
    return { start: kept.start, chosen: Object.fromEntries(chosen) };
  } catch {
    return null;
  }
}

/** @param {() => Storage} [storage] */
export function dropExam(storage = ofTab) {
  try {
    storage().removeItem(KEY);
  } catch {
    // nothing was kept
  }
}
