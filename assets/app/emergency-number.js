// Which country's emergency number is shown. The number of another country is worse than none, so a guess is made only
// where the reader's first language and time zone name the same country; the reader's own choice wins over both.

/** @typedef {Record<string, {call: string, zones: string[]}>} Numbers  code of a country → what to call, its time zones */
/** @typedef {{language?: string, timeZone?: string}} Place  what the browser says about where the reader is */
/** @typedef {() => Pick<Storage, "getItem" | "setItem">} Store  a function, as even naming the storage may throw */

const STORAGE_KEY = "nerve-atlas-country";
/** No country: the neutral words are shown. */
const NONE = "";

/** @param {string} [language]  as in `navigator.languages` */
function regionOf(language) {
  try {
    return new Intl.Locale(language).region ?? NONE;
  } catch {
    return NONE; // missing or malformed
  }
}

/** @returns {Place}  later languages say what the reader can read, not where the reader is */
export const readersPlace = () => ({
  language: navigator.languages?.[0] ?? navigator.language,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/**
 * The country whose number is shown; empty if it is not certain.
 * @param {Numbers} numbers
 * @param {string | null} chosen  empty if the reader chose none of the countries; null if the reader did not choose
 * @param {Place} place
 */
export function countryOf(numbers, chosen, { language, timeZone }) {
  if (chosen === NONE || Object.hasOwn(numbers, chosen ?? NONE)) return chosen;
  const region = regionOf(language);
  return Object.hasOwn(numbers, region) && numbers[region].zones.includes(timeZone) ? region : NONE;
}

/** @param {Store} storage @returns {string | null}  null if none was chosen or the browser allows no storage */
export function chosenCountry(storage) {
  try {
    return storage().getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

/** @param {Store} storage @param {string} country */
export function storeCountry(storage, country) {
  try {
    storage().setItem(STORAGE_KEY, country);
  } catch {
    // without storage the choice lasts until the page is left
  }
}
