// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const NUMBERS = { DK: { call: "112", zones: ["Europe/Copenhagen"] }, US: { call: "911", zones: ["America/New_York"] } };
const PAGE = `
  <main id="main"></main>
  <section id="flags" data-numbers='${JSON.stringify(NUMBERS)}'>
    <p class="call">Call <strong class="emergency-number">your local emergency number</strong>.</p>
    <details><summary>More</summary>
      <select id="country"><option value="">another country</option><option value="DK"></option><option value="US"></option></select>
    </details>
  </section>`;

/** A page opened anew, with what the browser still holds. */
async function opened() {
  document.body.innerHTML = PAGE;
  vi.resetModules();
  await import("../../assets/app/voice.js");
  return {
    said: () => document.querySelector(".emergency-number").textContent,
    choose(country) {
      const select = document.getElementById("country");
      select.value = country;
      select.dispatchEvent(new Event("change"));
    },
  };
}

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("navigator", { languages: ["da-DK", "en-US"], language: "da-DK" });
  vi.spyOn(Intl.DateTimeFormat.prototype, "resolvedOptions").mockReturnValue({ timeZone: "America/New_York" });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("the number to call", () => {
  test("is neither that of the second language nor that of the time zone alone", async () => {
    expect((await opened()).said()).toBe("your local emergency number");
  });

  test("is that of the country in which first language and time zone agree, and nothing is stored", async () => {
    Intl.DateTimeFormat.prototype.resolvedOptions.mockReturnValue({ timeZone: "Europe/Copenhagen" });
    expect((await opened()).said()).toBe("112");
    expect(localStorage.length).toBe(0);
  });

  test("is that of the country that the reader chose, also on the next visit", async () => {
    const { choose, said } = await opened();
    choose("US");
    expect(said()).toBe("911");
    expect((await opened()).said()).toBe("911");
    expect(document.getElementById("country").value).toBe("US");
  });

  test("can be changed where the browser allows no storage", async () => {
    vi.stubGlobal("localStorage", undefined);
    const { choose, said } = await opened();
    choose("US");
    expect(said()).toBe("911");
    choose("");
    expect(said()).toBe("your local emergency number");
  });
});
