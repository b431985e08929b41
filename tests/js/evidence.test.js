import { describe, expect, test } from "vitest";
import { Evidence } from "../../assets/evidence/claims.js";

const source = (/** @type {string} */ id, /** @type {string} */ access) => [id, "", id, "", "", "", access, ""];
const claim = (/** @type {string} */ key, /** @type {any[]} */ cites) => [
  key,
  key,
  [],
  cites,
  "variable",
  "read",
  "",
  [],
  [],
];

const evidence = () =>
  new Evidence(
    /** @type {any} */ ({
      tables: { muscles: { name: "Muscles", file: "anatomy/muscles.csv", columns: [] } },
      claims: {
        muscles: [
          claim("own", [[1, "p. 3"]]),
          claim("doubted", [
            [0, "", "memory"],
            [1, "p. 3", "second-hand"],
          ]),
          claim("best", [
            [1, ""],
            [0, ""],
          ]),
        ],
      },
      sources: [source("whole_one", "whole"), source("part_one", "excerpt")],
      short: ["Whole", "Part"],
    }),
    /** @type {any} */ ({}),
  );

describe("how a citation was read", () => {
  test("is how its source was read, unless the citation says otherwise", () => {
    const all = evidence();
    const readings = (/** @type {string} */ key) =>
      all.claims.get(`muscles:${key}`).cites.map((citation) => all.readingOf(citation));
    expect(readings("own")).toEqual(["excerpt"]);
    expect(readings("doubted")).toEqual(["memory", "second-hand"]);
  });

  test.each([
    ["own", "excerpt"],
    ["doubted", "second-hand"],
    ["best", "whole"],
  ])("the best reading of %s is %s", (key, best) => {
    const all = evidence();
    expect(all.bestReading(all.claims.get(`muscles:${key}`))).toBe(best);
  });
});

describe("who reviewed a claim", () => {
  const reviewed = (/** @type {string[][]} */ reviews) => {
    const found = evidence();
    found.words = {
      "claims.reviewed": "by {reviewer} ({role}), {date}",
      "claims.reviewed.in": "{language} by {reviewer}",
    };
    found.reviews = { "muscles:own": reviews };
    return found.reviewsOf(found.claims.get("muscles:own"));
  };

  test("is nobody as long as no review is listed", () => {
    expect(evidence().reviewsOf(evidence().claims.get("muscles:own"))).toEqual([]);
  });

  test("is said with profession and day, and for a translation with its language", () => {
    expect(reviewed([["A B", "neurologist", "2026-01-02", ""]])).toEqual(["by A B (neurologist), 2026-01-02"]);
    expect(reviewed([["C D", "nurse", "2026-01-03", "de"]])).toEqual(["de by C D"]);
  });
});
