// A day in words.
import { expect, test } from "vitest";
import { dayInWords } from "../../../assets/nerve-studies/study-controls.js";

const words = {
  "studies.day": "Day {day}",
  "studies.weeks": "{n} weeks",
  "studies.months": "{n} months",
  "studies.years": "{n} years",
  "studies.years.one": "1 year",
};

test.each([
  [0, "Day 0"],
  [10, "Day 10"],
  [14, "Day 14 (2 weeks)"],
  [21, "Day 21 (3 weeks)"],
  [25, "Day 25 (3½ weeks)"],
  [42, "Day 42 (6 weeks)"],
  [60, "Day 60 (8½ weeks)"],
  [90, "Day 90 (3 months)"],
  [180, "Day 180 (6 months)"],
  [365, "Day 365 (1 year)"],
  [545, "Day 545 (1½ years)"],
  [730, "Day 730 (2 years)"],
])("day %i is said as %o", (day, text) => expect(dayInWords(words, day)).toBe(text));
