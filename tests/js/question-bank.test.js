import { describe, expect, test } from "vitest";
import { QuestionBank } from "../../assets/quiz/question-bank.js";
import { shuffled } from "../../assets/quiz/seeded-random.js";

// Node 0 is the subject of every "skin" question; nodes 1 to 20 are answers. Lists: 0 holds the right answers, 1 the
// wrong ones, the most plausible first.
const WRONG = Array.from({ length: 16 }, (_, n) => n + 5);
const ids = Array.from({ length: 40 }, (_, n) => `node${n}`);
const question = (kind, about, level) => [kind, about, level, 0, 1, {}, 2, {}, 2];
const bundle = (questions) => ({
  kinds: ["muscle", "skin"],
  clicked: [],
  questions,
  lists: [[1, 2], WRONG, []],
  rows: [],
  things: [["soon", "about day 3", []]],
  sentences: ["Day 3 comes first."],
  sources: ["Gray 1918"],
  plates: { node3: "leg" },
  words: {},
});
// twenty questions of one kind, three of the other
const QUESTIONS = [
  ...Array.from({ length: 20 }, (_, n) => question(0, n, (n % 3) + 1)),
  ...Array.from({ length: 3 }, (_, n) => question(1, n + 20, n + 1)),
];
const bank = (questions = QUESTIONS) => new QuestionBank(bundle(questions), { ids });
const run = (change = {}) => ({ seed: "x7", level: "", asked: "", length: "10", ...change });
const kindOf = (id) => id.split(".")[0];

describe("a run", () => {
  test("does not depend on the order of the bank", () => {
    for (const choice of [run(), run({ length: "20" }), run({ level: "2" })])
      expect(bank(QUESTIONS.toReversed()).run(choice)).toEqual(bank().run(choice));
  });

  test("depends on its seed", () => {
    expect(bank().run(run({ seed: "x8" }))).not.toEqual(bank().run(run()));
  });

  test("asks no question twice and has the length that was chosen, if there are as many questions", () => {
    const twenty = bank().run(run({ length: "20" }));
    expect(new Set(twenty).size).toBe(20);
    expect(bank().run(run({ asked: "skin" }))).toHaveLength(3);
  });

  test("lets the kinds take turns", () => {
    const kinds = bank().run(run()).map(kindOf);
    expect(kinds.filter((kind) => kind === "skin")).toHaveLength(3);
    for (const pair of [0, 2, 4]) expect(new Set(kinds.slice(pair, pair + 2)).size).toBe(2);
  });

  test("holds only questions of the chosen level and kinds", () => {
    const chosen = bank().run(run({ level: "2", asked: "muscle", length: "20" }));
    expect(chosen.length).toBeGreaterThan(0);
    for (const id of chosen) {
      expect(kindOf(id)).toBe("muscle");
      expect(bank().questions.get(id).level).toBe(2);
    }
  });

  test("holds exactly the single questions that are named, whatever the level", () => {
    const asked = "muscle.node4,skin.node20,muscle.node4";
    expect(
      bank()
        .run(run({ asked, level: "3" }))
        .toSorted(),
    ).toEqual(["muscle.node4", "skin.node20"]);
  });
});

describe("the choices of a question", () => {
  const choicesOf = (level, seed) => {
    const own = bank([question(0, 0, level)]);
    return own.choices("muscle.node0", seed);
  };
  const seeds = Array.from({ length: 50 }, (_, n) => `seed${n}`);
  const wrongIds = WRONG.map((at) => ids[at]);

  test("are one right answer and three wrong ones, all different", () => {
    for (const level of [1, 2, 3])
      for (const seed of seeds) {
        const choices = choicesOf(level, seed);
        expect(new Set(choices).size).toBe(4);
        expect(choices.filter((id) => ["node1", "node2"].includes(id))).toHaveLength(1);
        expect(choices.filter((id) => wrongIds.includes(id))).toHaveLength(3);
      }
  });

  test.each([
    [1, wrongIds.slice(8)],
    [2, wrongIds.slice(0, 8)],
    [3, wrongIds.slice(0, 4)],
  ])("come from the wrong answers that suit level %i", (level, pool) => {
    const seen = new Set(seeds.flatMap((seed) => choicesOf(level, seed)).filter((id) => wrongIds.includes(id)));
    expect([...seen].toSorted()).toEqual(pool.toSorted());
  });

  test("are in every order", () => {
    const positions = new Set(seeds.map((seed) => choicesOf(1, seed).findIndex((id) => !wrongIds.includes(id))));
    expect(positions.size).toBe(4);
  });
});

test("what the address asks for is split into kinds, questions and unknown parts", () => {
  expect(bank().read("skin,,muscle.node4,nonsense")).toEqual({
    kinds: ["skin"],
    ids: ["muscle.node4"],
    unknown: ["nonsense"],
  });
});

test("a question is asked on the plate where its subject is largest, or on the default one", () => {
  const { questions } = bank();
  expect(bank().plateOf(questions.get("muscle.node3"), "default")).toBe("leg");
  expect(bank().plateOf(questions.get("muscle.node4"), "default")).toBe("default");
});

test("shuffling keeps all ids, whatever their order, and is even", () => {
  const few = ["a", "b", "c"];
  const firsts = { a: 0, b: 0, c: 0 };
  for (let n = 0; n < 600; n++) {
    const order = shuffled(few, n);
    expect(order.toSorted()).toEqual(few);
    expect(shuffled(few.toReversed(), n)).toEqual(order);
    firsts[order[0]]++;
  }
  for (const count of Object.values(firsts)) expect(count).toBeGreaterThan(150);
});

test("what is no node has a name of its own, and a choice its reason", () => {
  const lists = { ...bundle([[0, 4, 1, 3, 1, {}, 2, { 40: 0 }, 4]]), lists: [[1, 2], WRONG, [], [40], [0]] };
  const own = new QuestionBank(lists, { ids, nameOf: (id) => `the ${id}` });
  const [one] = own.questions.values();
  expect(one.right).toEqual(["soon"]);
  expect(one.sources).toEqual(["Gray 1918"]);
  expect(one.reasons).toEqual({ soon: "Day 3 comes first." });
  expect(["soon", "node5"].map((id) => own.nameOf(id))).toEqual(["about day 3", "the node5"]);
});
