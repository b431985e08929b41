import { afterEach, describe, expect, test, vi } from "vitest";
import { Payload, runningSums } from "../../assets/app/payload.js";
import { K1, tinyPayload } from "./tiny-limb.js";

const payload = () => new Payload(tinyPayload());

describe("runningSums", () => {
  test.each([
    [[], []],
    [[7], [7]],
    [
      [4, 1, 4],
      [4, 5, 9],
    ],
    [
      [0, 0, 2],
      [0, 0, 2],
    ],
  ])("adds up %j", (differences, sums) => expect(runningSums(differences)).toEqual(sums));
});

describe("a pathway", () => {
  test("is unpacked from differences", () => {
    expect(payload().pathway("K1", "keepers")).toEqual(K1);
  });

  test("depends on the dermatome map", () => {
    expect(payload().pathway("K1", "divers").sources).toEqual([0, 1]);
  });

  test("of a nerve chooses its segments too", () => {
    expect(payload().pathway("inner", "keepers").chosen).toEqual([3, 5, 6]);
  });

  test("of a site has its locations", () => {
    expect(payload().pathway("ring", "keepers")).toMatchObject({ nodes: [9], edges: [], chains: [], locations: [6] });
  });

  test("is unpacked once", () => {
    const own = payload();
    expect(own.pathway("K1", "keepers")).toBe(own.pathway("K1", "keepers"));
  });

  test("lists its nodes of a kind without the selected one", () => {
    const own = payload();
    const pathway = own.pathway("curler", "keepers");
    expect(own.ofKind(pathway, "segment")).toEqual([5, 6]);
    expect(own.ofKind(pathway, "muscle")).toEqual([]);
  });
});

test("ids are known or not", () => {
  expect(payload().has("ring")).toBe(true);
  expect(payload().has("toString")).toBe(false);
});

describe("the contents of the panel", () => {
  const URL = "panels.json";
  const heads = tinyPayload().ids.map((id) => ({ head: id }));
  const cards = tinyPayload().ids.map((id) => ({ card: `about ${id} – äöü` }));
  const body = `[${[...heads, ...cards, null].map((item) => JSON.stringify(item)).join(",\n")}]`;
  afterEach(() => vi.unstubAllGlobals());

  test("are read line by line", async () => {
    vi.stubGlobal("fetch", async () => new Response(body));
    const own = payload();
    expect(own.hasPanels).toBe(false);
    await own.loadPanels(URL);
    expect(own.hasPanels).toBe(true);
    expect(own.head(0)).toEqual({ head: "K1" });
    expect(own.head(9)).toEqual({ head: "ring" });
    expect(own.card(9)).toEqual({ card: "about ring – äöü" });
  });

  test("are downloaded once, and again after a failure", async () => {
    const fetched = vi.fn().mockResolvedValueOnce(new Response("", { status: 503 }));
    fetched.mockResolvedValue(new Response(body));
    vi.stubGlobal("fetch", fetched);
    const own = payload();
    await expect(own.loadPanels(URL)).rejects.toThrow("503");
    await Promise.all([own.loadPanels(URL), own.loadPanels(URL)]);
    expect(fetched).toHaveBeenCalledTimes(2);
  });
});
