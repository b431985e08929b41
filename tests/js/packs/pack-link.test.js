import { afterEach, expect, test, vi } from "vitest";
import { fromHash, HASH, toHash } from "../../../assets/packs/pack-link.js";
import { seeded } from "./random-packs.js";

afterEach(() => vi.unstubAllGlobals());

test("a link gives back the pack, whatever its texts", async () => {
  for (let seed = 0; seed < 60; seed++) {
    const pack = seeded(seed).pack();
    const hash = await toHash(pack);
    expect(hash).toMatch(/^#pack=z[\w-]+$/);
    expect(JSON.parse(await fromHash(hash))).toEqual(pack);
  }
});

test("so does a link of a browser that cannot compress", async () => {
  vi.stubGlobal("CompressionStream", undefined);
  const pack = seeded(7).pack();
  const hash = await toHash(pack);
  expect(hash).toMatch(/^#pack=p[\w-]+$/);
  expect(JSON.parse(await fromHash(hash))).toEqual(pack);
});

test.each(["", "z", "q1234", "zAAAA%%%", "z!!!", "pgA", "zS0xJTE"])("a damaged link is no pack: %s", async (text) =>
  expect(await fromHash(HASH + text)).toBe(null),
);

test("a small link that unpacks to a large text is refused", async () => {
  const hash = await toHash({ title: "0".repeat(3_000_000) });
  expect(hash.length).toBeLessThan(10_000);
  expect(await fromHash(hash)).toBe(null);
});
