import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseFile, parseText, problemsOf } from "../../../assets/packs/check.js";
import { inWords, nearest } from "../../../assets/packs/problem.js";

const read = (path) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8"));
const table = read("tests/fixtures/bad_packs.json");
const data = { schema: read("docs/pack.schema.json"), words: read("data/ui/strings.json") };
const known = {
  given: table.known,
  kinds: new Map(Object.entries(table.kinds)),
  questions: new Set(table.questions),
};

/** The good pack of the table with the changes of a row. */
function changed({ whole, set = {}, remove = [] }) {
  if (whole !== undefined) return whole;
  const pack = structuredClone(table.good);
  const place = (path) => {
    const names = path.split(".");
    return [names.slice(0, -1).reduce((inner, name) => inner[name], pack), names.at(-1)];
  };
  for (const [path, value] of Object.entries(set)) {
    const [inner, last] = place(path);
    inner[last] = value;
  }
  for (const path of remove) {
    const [inner, last] = place(path);
    delete inner[last];
  }
  return pack;
}
const said = (raw) => problemsOf(raw, data, known).map((found) => inWords(found, data.words));

test("a good pack has no problem", () => expect(said(table.good)).toEqual([]));

describe("each bad pack gets the line that the command prints", () => {
  test.each(table.bad.map((row) => [row.name, row]))("%s", (_, row) => expect(said(changed(row))).toEqual(row.says));
});

describe("each bad text gets its line", () => {
  test.each(table.bad_texts.map((row) => [row.name, row]))("%s", (_, { text, code }) =>
    expect(parseText(text).whole.code).toBe(code),
  );
});

describe("a file", () => {
  const parse = async (...parts) => (await parseFile(new Blob(parts), 100)).whole?.code;
  test("is not read if it is too large", async () => expect(await parse("x".repeat(101))).toBe("size"));
  test("must be UTF-8", async () => expect(await parse(new Uint8Array([34, 0xe4, 34]))).toBe("encoding"));
  test("may begin with a byte order mark", async () => expect(await parse("\uFEFF{}")).toBe(undefined));
});

test.each([
  ["tibail", "tibial"],
  ["TIBIAL", "tibial"],
  ["tbl", ""],
  ["", ""],
  ["S2", "S1"],
  ["sural", "sural"],
])("nearest to %s", (value, near) => expect(nearest(value, ["sural", "tibial", "S1"])).toBe(near));

test("names of what every object has are no keys, signs or findings", () => {
  const pack = structuredClone(table.good);
  pack.tours[0].steps[0].state = "?constructor=1&__proto__=2";
  pack.cases[0].findings = ["toString:soleus"];
  expect(said(pack)).toEqual([
    "tour 1, step 1, “state”: A view has no “constructor”. Take the view again with Use this view.",
    "tour 1, step 1, “state”: A view has no “__proto__”. Take the view again with Use this view.",
    "case 1, finding 1: “toString:soleus” is no finding. Write it like weak:tibialis_anterior:3 or reflex:achilles:reduced.",
  ]);
});
