import { describe, expect, test } from "vitest";
import { newSeed, randomNumber, shuffled } from "../../assets/quiz/seeded-random.js";

// FNV-1a and one step of mulberry32, in whole numbers of any size.
const WORD = 2n ** 32n;
const multiply = (a, b) => (a * b) % WORD;
function expectedNumber(text) {
  let hash = 0x811c9dc5n;
  for (const letter of text) hash = multiply(hash ^ BigInt(letter.charCodeAt(0)), 0x01000193n);
  let t = (hash + 0x6d2b79f5n) % WORD;
  t = multiply(t ^ (t >> 15n), t | 1n);
  t ^= (t + multiply(t ^ (t >> 7n), t | 61n)) % WORD;
  return Number(t ^ (t >> 14n));
}

describe("a random number", () => {
  test.each(["", "a", "b", "inner.tip", "äöü", "x".repeat(1000)])("of %j is a step of mulberry32", (text) => {
    expect(randomNumber(text)).toBe(expectedNumber(text));
  });

  test("depends on all texts and where each ends", () => {
    expect(randomNumber("a", "b")).toBe(expectedNumber("a\nb"));
    expect(new Set([["ab"], ["a", "b"], ["b", "a"], ["a", "b", 0]].map((texts) => randomNumber(...texts))).size).toBe(
      4,
    );
  });

  test("is as often high as low", () => {
    const high = Array.from({ length: 2000 }, (_, n) => randomNumber("seed", n)).filter((one) => one >= 2 ** 31);
    expect(high.length).toBeGreaterThan(900);
    expect(high.length).toBeLessThan(1100);
  });
});

describe("shuffled ids", () => {
  const ids = Array.from({ length: 30 }, (_, n) => `id${n}`);

  test("are the same ids", () => expect([...shuffled(ids, "seed")].sort()).toEqual([...ids].sort()));

  test("do not depend on the order of the ids", () => {
    expect(shuffled([...ids].reverse(), "seed")).toEqual(shuffled(ids, "seed"));
  });

  test("keep their order when others are left out", () => {
    const some = ids.filter((_, n) => n % 3 === 0);
    expect(shuffled(some, "seed")).toEqual(shuffled(ids, "seed").filter((id) => some.includes(id)));
  });

  test("depend on the seed", () => expect(shuffled(ids, "other")).not.toEqual(shuffled(ids, "seed")));

  test("are a new list", () => {
    const before = [...ids];
    shuffled(ids, "seed");
    expect(ids).toEqual(before);
  });
});

test("a new seed has six letters that cannot be confused", () => {
  const seeds = Array.from({ length: 50 }, newSeed);
  expect(new Set(seeds).size).toBe(50);
  for (const seed of seeds) expect(seed).toMatch(/^[0-9a-km-z]{6}$/);
});
