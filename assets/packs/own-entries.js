// The tours of a pack in the form that the tours of the atlas have, under ids that no tour of the atlas has.
import { fetchJson, once } from "../app/fetch-json.js";
import { parseText, problemsOf } from "./check.js";
import { fromHash, HASH } from "./pack-link.js";
import { stored, remember } from "./pack-store.js";
import { problem } from "./problem.js";

/** @import { Knowledge, Pack, PackData, PackProblem, Tour } from "./types" */

const OWN = "own-";
/** The id of an entry of the pack that is played. @param {number} n */
export const ownId = (n) => `${OWN}${n + 1}`;
/** Whether an id names an entry of a pack. @param {string} id */
export const isOwn = (id) => id.startsWith(OWN);

/** @type {(page: Page) => Promise<PackData>} */
export const fetchPackData = once(({ answers }) => fetchJson(answers.packs));

/**
 * What the page knows. Ids of questions are checked once the quiz has been loaded.
 * @param {Page} page
 * @param {PackData} data
 * @returns {Knowledge}
 */
export function knowledgeOf({ payload }, data) {
  const kinds = new Map(
    payload.ids.map((/** @type {string} */ id, /** @type {number} */ at) => [id, payload.kinds[at]]),
  );
  return { given: data.known, kinds, questions: null };
}

/**
 * The pack in the fragment of the address, with what is wrong with it.
 * @param {Page} page
 * @returns {Promise<{pack: Pack | null, problems: PackProblem[]} | null>}  null if there is none, or it is open already
 */
async function readLink(page) {
  const { hash } = location;
  if (!hash.startsWith(HASH) || hash === stored.link) return null;
  const [data, text] = await Promise.all([fetchPackData(page), fromHash(hash)]);
  remember({ link: hash });
  if (text === null) return { pack: null, problems: [problem([], "link")] };
  const { raw, whole } = parseText(text);
  if (whole) return { pack: null, problems: [whole] };
  const problems = problemsOf(raw, data, knowledgeOf(page, data));
  const pack = problems.length ? null : /** @type {Pack} */ (raw);
  if (pack) remember({ opened: pack, playing: pack, screen: "pack" });
  return { pack, problems };
}

/** @type {Promise<Awaited<ReturnType<typeof readLink>>> | null} */
let reading = null;

/** Reads the link of the address once at a time. @param {Page} page */
export function openLink(page) {
  reading ??= readLink(page).finally(() => (reading = null));
  return reading;
}

/** @param {Tour} tour */
const ownTour = ({ title, about = "", steps }) => ({
  name: title,
  describe: about,
  isOwn: true,
  steps: steps.map(({ title: name, text, notes = "", state = "" }) => ({
    title: name,
    text,
    plain: text,
    notes,
    view: state,
    ask: "",
    ask_shows: /** @type {string[]} */ ([]),
    claim: "",
    says: text,
  })),
});

/** The tours of the pack that is played, by id. @returns {Record<string, any>} */
export const ownTours = () =>
  Object.fromEntries((stored.playing?.tours ?? []).map((tour, n) => [ownId(n), ownTour(tour)]));
