import { describe, expect, test } from "vitest";
import { sharedAddress } from "../../assets/share/shared-address.js";

const shared = (text, options) => {
  const { href, search, hash } = new URL(text, "https://atlas.example/");
  const { address, note } = sharedAddress({ href, search, hash }, options);
  return [address.replace("https://atlas.example/", ""), note];
};

describe("what is shared", () => {
  test.each([
    ["?select=L5", "?select=L5", ""],
    ["?select=L5&embed=1", "?select=L5", ""],
    ["?select=L5#told", "?select=L5", ""],
    ["?select=L5&making=steps", "?select=L5", ""],
    ["?mode=editor#pack=zAb_-9", "?mode=editor#pack=zAb_-9", "withpack"],
    ["?select=L5&tour=own-1&step=2#pack=zAb", "?select=L5&tour=own-1&step=2#pack=zAb", "withpack"],
    ["?select=L5&tour=own-1&step=2", "?select=L5", "nopack"],
    ["?mode=quiz&seed=ab&asked=own-2&n=3", "?mode=quiz", "nopack"],
    ["?mode=cases&case=own-1&findings=weak:soleus", "?mode=cases&findings=weak:soleus", "nopack"],
    ["?mode=editor", "?mode=editor", "nopack"],
    ["?select=L5&tour=roots&step=2", "?select=L5&tour=roots&step=2", ""],
  ])("of %s is %s", (from, address, note) => expect(shared(from)).toEqual([address, note]));

  test("in a frame asks for the figures alone, and has the pack too", () =>
    expect(shared("?select=L5#pack=zA", { isEmbedded: true })).toEqual(["?select=L5&embed=1#pack=zA", "withpack"]));

  test("without its pack leads to no entry of it", () =>
    expect(shared("?select=L5&tour=own-1#pack=zA", { withPack: false })).toEqual(["?select=L5", "nopack"]));
});
