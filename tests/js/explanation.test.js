import { expect, test } from "vitest";
import { Explanation } from "../../assets/quiz/explanation.js";

const WORDS = { "quiz.why": "Why", "quiz.why.right": "Correct", "quiz.why.chosen": "Your answer", "quiz.rows": "Rows", "quiz.fits": "{name} fits.", "quiz.leaves": "", "quiz.also": "" }; // prettier-ignore
const bank = { nameOf: (/** @type {string} */ id) => id.toUpperCase() };
const explanation = new Explanation(WORDS, /** @type {any} */ ({ has: () => false }), /** @type {any} */ (bank));
const question = (/** @type {object} */ change) => ({ kind: "own", about: "", right: ["x.1"], wrong: ["x.2"], clicked: false, given: [], rows: [], reasons: {}, ...change }); // prettier-ignore

/** The headings of the sides: the letter of each, if any, and its title. */
function headings(/** @type {any} */ asked, /** @type {any} */ given, /** @type {string[]} */ letters) {
  const figures = /** @type {any} */ ({ lettersOf: () => letters, lossState: () => "spared" });
  const [article] = /** @type {any[]} */ (explanation.panel(asked, given, figures));
  const sections = article.props.children.filter((/** @type {any} */ one) => one.type === "Section");
  return sections.slice(0, given.isRight || asked.own ? 1 : 2).map((/** @type {any} */ { props }) => {
    const [heading] = props.children;
    return heading.props.children.map((/** @type {any} */ one) => one.props?.children ?? one).join("");
  });
}

test("the answer to an educator's own question has no letter, because its choices have numbers", () => {
  const own = question({ own: { explanation: "One line.\nAnother.", view: "" } });
  for (const isRight of [true, false])
    expect(headings(own, { answer: "x.1", chosen: isRight ? "x.1" : "x.2", isRight }, ["", ""])).toEqual(["Correct"]);
});

test("lesions that the figures mark with letters are explained under the same letters", () => {
  const asked = question({ kind: "place_of_lesion" });
  const given = { answer: "x.1", chosen: "x.2", isRight: false };
  expect(headings(asked, given, ["A", "B"])).toEqual(["A Correct", "B Your answer"]);
  expect(headings(asked, given, ["", ""])).toEqual(["Correct", "Your answer"]);
});
