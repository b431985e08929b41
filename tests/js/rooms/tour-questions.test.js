import { expect, test } from "vitest";
import { TourQuestions } from "../../../assets/rooms/tour-questions.js";
import { Tours } from "../../../assets/tours/tour-route.js";

const step = (fields) => ({
  title: "",
  ask: "",
  ask_shows: [],
  answers: null,
  asks: {},
  select: [],
  mode: "",
  ...fields,
});
const CHOSEN = {
  id: "tour.gate.2",
  choices: [
    ["gate.2.a", "Root K1"],
    ["gate.2.b", "Root K2"],
    ["gate.2.c", "Neither"],
  ],
  right: ["gate.2.b"],
};
const TAPPED = { id: "tour.arm.1", choices: [], right: ["palm", "wrist"] };

/** Two tours: one asks at its second step by choices, the other at its first by a tap. */
const questions = () =>
  new TourQuestions(
    new Tours({
      tours: {
        gate: {
          name: "Through the gate",
          steps: [step({ title: "Before" }), step({ ask: "Which root?", ask_shows: ["gate"], answers: CHOSEN })],
        },
        talk: { name: "Only talk", steps: [step({ ask: "What do you think?" })] },
        arm: { name: "Down the arm", steps: [step({ ask: "Where is it numb?", answers: TAPPED })] },
      },
      list: null,
      rests: {},
      sources: {},
      words: {},
    }),
  );

test("choices keep the order of the tour, and the others are wrong", () => {
  const asked = questions();
  const question = asked.questions.get("tour.gate.2");
  expect(asked.choices("tour.gate.2")).toEqual(["gate.2.a", "gate.2.b", "gate.2.c"]);
  expect([question.right, question.wrong, question.clicked]).toEqual([["gate.2.b"], ["gate.2.a", "gate.2.c"], false]);
  expect(question.given).toEqual([["about", ["gate"]]]);
  expect(asked.names.get("gate.2.c")).toBe("Neither");
  expect(asked.textOf("tour.gate.2")).toBe("Which root?");
});

test("a question without choices is answered on the body", () => {
  const question = questions().questions.get("tour.arm.1");
  expect([question.clicked, question.right, question.given]).toEqual([true, ["palm", "wrist"], []]);
});

test("a class is offered only what it can answer, by tour", () => {
  expect(questions().groups).toEqual([
    { name: "Through the gate", ids: ["tour.gate.2"] },
    { name: "Down the arm", ids: ["tour.arm.1"] },
  ]);
});

test("the tour goes on where the question is answered", () => {
  const change = questions().changeToAnswer("tour.gate.2", /** @type {any} */ ({}));
  expect([change.mode, change.tour, change.step]).toEqual(["tours", "gate", "2"]);
});
