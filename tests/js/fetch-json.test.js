// A server that is still making something says when to ask again; the page asks again and shows no error.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fetchJson, fetchOk } from "../../assets/app/fetch-json.js";

const busy = (seconds) => new Response("busy", { status: 503, headers: seconds ? { "Retry-After": seconds } : {} });

describe("what is not made yet", () => {
  /** @type {Response[]} */
  let answers;
  let asked;

  beforeEach(() => {
    vi.useFakeTimers();
    asked = 0;
    vi.stubGlobal("fetch", async () => {
      asked += 1;
      return answers.shift() ?? busy("2");
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test("is asked for again after the seconds that the server names", async () => {
    answers = [busy("2"), new Response('{"a":1}')];
    const found = fetchJson("x.json");
    await vi.advanceTimersByTimeAsync(1999);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await found).toEqual({ a: 1 });
    expect(asked).toBe(2);
  });

  test("fails at once when the server names no time", async () => {
    answers = [busy("")];
    await expect(fetchOk("x.json")).rejects.toThrow("503 x.json");
    expect(asked).toBe(1);
  });

  test("fails in the end", async () => {
    answers = [];
    const failed = expect(fetchOk("x.json")).rejects.toThrow("503 x.json");
    await vi.advanceTimersByTimeAsync(120_000);
    await failed;
    expect(asked).toBeGreaterThan(10);
  });
});
