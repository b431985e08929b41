// Packs with random texts, from a seed.

const LETTERS = ["a", "Z", " ", "\n", "é", "神", "🦵", '"', "\\", "&", "#", "<", "%", "+", "/"];

/** @param {number} seed */
export function seeded(seed) {
  let state = seed * 2654435761 + 1;
  const random = () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
  const below = (n) => Math.floor(random() * n);
  const text = () => Array.from({ length: 1 + below(30) }, () => LETTERS[below(LETTERS.length)]).join("");
  const list = (make, least = 1) => Array.from({ length: least + below(4) }, make);
  const step = () => ({ title: text(), text: text(), notes: text(), state: "?select=K1" });
  const tour = () => ({ title: text(), steps: list(step) });
  const question = () => ({ text: text(), choices: ["A", "B", text()], right: [1 + below(3)], explanation: text() });
  const quiz = () => ({ title: text(), questions: list(question) });
  const pack = () => ({
    format: "nerve-atlas-pack",
    version: 1,
    title: text(),
    author: text(),
    tours: list(tour),
    quizzes: list(quiz, 0),
  });
  return { below, text, step, tour, pack };
}
