// What a new pack and its parts begin with.

/** @import { Case, Kind, Pack, Question, Quiz, Step, Tour } from "../packs/types" */

/** @type {Kind[]} */
export const KINDS = ["tours", "quizzes", "cases"];
/** Kind → the list of its parts. @type {Record<Kind, "steps" | "questions" | null>} */
export const PARTS = { tours: "steps", quizzes: "questions", cases: null };

/** @returns {Step} */
export const newStep = () => ({ title: "", text: "", notes: "", state: "" });
/** @returns {Question} */
export const newQuestion = () => ({ text: "", choices: ["", ""], right: [], explanation: "", state: "" });

/** @type {{tours: () => Tour, quizzes: () => Quiz, cases: () => Case}} */
export const NEW = {
  tours: () => ({ title: "", about: "", steps: [newStep()] }),
  quizzes: () => ({ title: "", about: "", questions: [newQuestion()] }),
  cases: () => ({ title: "", story: "", findings: [], place: "", explanation: "" }),
};

/** @param {string} language @returns {Pack} */
export const newPack = (language) => ({
  format: "nerve-atlas-pack",
  version: 1,
  title: "",
  author: "",
  language,
  licence: "",
  tours: [],
  cases: [],
  quizzes: [],
});

/** A pack with a title, which is that of its first entry if it has none. @param {Pack} pack @returns {Pack} */
export function titled(pack) {
  if (pack.title.trim()) return pack;
  const [first] = KINDS.map((kind) => pack[kind]?.[0]?.title).filter(Boolean);
  return { ...pack, title: first ?? "" };
}

/** The name of a file. @param {Pack} pack */
export function fileName({ title }) {
  const name = title
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, 60)
    .trim()
    .replaceAll(" ", "-")
    .toLowerCase();
  return `${name || "pack"}.atlas-pack.json`;
}
