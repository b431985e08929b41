import { afterEach, describe, expect, test, vi } from "vitest";
import { chosenCountry, countryOf, readersPlace, storeCountry } from "../../assets/app/emergency-number.js";

const NUMBERS = {
  AT: { call: "144 or 112", zones: ["Europe/Vienna"] },
  DK: { call: "112", zones: ["Europe/Copenhagen"] },
  GB: { call: "999", zones: ["Europe/London", "Europe/Belfast"] },
  US: { call: "911", zones: ["America/New_York", "America/Los_Angeles"] },
};

/** A storage that holds entries, as a function that gives it. */
function storage(entries = {}) {
  const held = new Map(Object.entries(entries));
  return () => ({ getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value) });
}
const forbidden = () => {
  throw new DOMException("denied", "SecurityError");
};

afterEach(() => vi.unstubAllGlobals());

describe("the place of the reader", () => {
  test.each([
    [{ languages: ["da-DK", "en-US"], language: "da-DK" }, "da-DK"],
    [{ languages: ["de", "en-US"], language: "de" }, "de"],
    [{ languages: [], language: "nb-NO" }, "nb-NO"],
    [{ language: "nb-NO" }, "nb-NO"],
  ])("is told by the first language only: %o", (navigator, language) => {
    vi.stubGlobal("navigator", navigator);
    expect(readersPlace().language).toBe(language);
  });

  test("has the time zone of the computer", () => {
    vi.stubGlobal("navigator", { languages: ["en"] });
    expect(readersPlace().timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});

describe("without a choice, the country of both the first language and the time zone", () => {
  test.each([
    ["en-US", "America/Los_Angeles", "US"],
    ["da-DK", "Europe/Copenhagen", "DK"],
    ["en-GB", "Europe/Belfast", "GB"],
    ["de-AT", "Europe/Vienna", "AT"],
    // the case of letters and a script do not matter
    ["en-us", "America/New_York", "US"],
    ["en-Latn-US", "America/New_York", "US"],
    ["en-US-u-hc-h12", "America/New_York", "US"],
    // the two disagree
    ["en-US", "Europe/Copenhagen", ""],
    ["en-GB", "Europe/Dublin", ""],
    ["de-AT", "Europe/Berlin", ""],
    ["da-DK", "America/New_York", ""],
    // one of the two says nothing
    ["de", "Europe/Vienna", ""],
    ["en-US", "UTC", ""],
    ["en-US", undefined, ""],
    [undefined, "Europe/London", ""],
    ["", "Europe/London", ""],
    ["not a language", "Europe/London", ""],
    // not in the table
    ["is-IS", "Atlantic/Reykjavik", ""],
    ["en-001", "Europe/London", ""],
    ["en-150", "Europe/London", ""],
  ])("%s in %s: %s", (language, timeZone, country) => {
    expect(countryOf(NUMBERS, null, { language, timeZone })).toBe(country);
  });
});

describe("a choice", () => {
  test.each([
    ["DK", "en-US", "America/New_York", "DK"],
    ["US", "da-DK", "Europe/Copenhagen", "US"],
    ["AT", "de", "UTC", "AT"],
    // another country that has no row: the neutral words, even where a country would be certain
    ["", "en-US", "America/New_York", ""],
    // left by an older version or another program: as if nothing was chosen
    ["EU", "en-US", "America/New_York", "US"],
    ["toString", "en-US", "UTC", ""],
  ])("of '%s' by a reader with %s in %s: %s", (chosen, language, timeZone, country) => {
    expect(countryOf(NUMBERS, chosen, { language, timeZone })).toBe(country);
  });

  test.each(["DK", ""])("of '%s' is kept in the browser", (country) => {
    const kept = storage();
    expect(chosenCountry(kept)).toBeNull();
    storeCountry(kept, country);
    expect(chosenCountry(kept)).toBe(country);
  });

  test("leaves other entries of the storage alone", () => {
    const kept = storage({ "nerve-atlas-quiz": "{}" });
    storeCountry(kept, "DK");
    expect(kept().getItem("nerve-atlas-quiz")).toBe("{}");
  });

  test("is not kept where the browser allows no storage, and nothing breaks", () => {
    storeCountry(forbidden, "DK");
    expect(chosenCountry(forbidden)).toBeNull();
  });
});
