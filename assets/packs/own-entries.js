// The tours of a pack in the form that the tours of the atlas have, under ids that no tour of the atlas has.
import { parseText, problemsOf } from "./check.js";
import { ownId } from "./own-id.js";
import { fetchPackData, knowledgeOf } from "./pack-data.js";
import { fromHash, HASH } from "./pack-link.js";
import { stored, remember } from "./pack-store.js";
import { problem } from "./problem.js";
import { checkStored } from "./stored-packs.js";

/** @import { Example } from "../cases/types" */
/** @import { Pack, PackProblem, Quiz, Tour } from "./types" */

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
  if (pack) remember({ opened: pack, playing: pack, isPreview: false, screen: "pack" });
  return { pack, problems };
}

/** @type {Promise<Awaited<ReturnType<typeof readLink>>> | null} */
let reading = null;

/** Checks what this browser keeps, then reads the link of the address once at a time. @param {Page} page */
export function openLink(page) {
  reading ??= checkStored(page)
    .then(() => readLink(page))
    .finally(() => (reading = null));
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
    answers: /** @type {null} */ (null),
    claim: "",
    says: text,
  })),
  quiz: /** @type {string[]} */ ([]),
});

/**
 * The questions of a quiz of a pack, and of what the quiz of the atlas calls things: their choices.
 * @param {Quiz} quiz
 * @param {string} quizId
 * @returns {{run: string[], questions: any[], choices: [id: string, name: string][]}}
 */
export function ownQuestions({ questions }, quizId) {
  const made = questions.map(({ ask, text, choices = [], right = [], explanation = "", state = "" }, n) => {
    if (ask) return { id: ask, isOfAtlas: true };
    const id = `${quizId}.${n + 1}`;
    const ids = choices.map((_, at) => `${id}.${at + 1}`);
    const isRight = (/** @type {number} */ at) => right.includes(at + 1);
    return {
      id,
      kind: "own",
      about: "",
      level: 1,
      right: ids.filter((_, at) => isRight(at)),
      wrong: ids.filter((_, at) => !isRight(at)),
      clicked: false,
      given: [],
      rows: [],
      reasons: {},
      own: { text, choices: ids, names: choices, explanation, view: state },
    };
  });
  const own = made.filter(({ isOfAtlas }) => !isOfAtlas);
  const choices = own.flatMap((question) =>
    question.own.choices.map((id, at) => /** @type {[string, string]} */ ([id, question.own.names[at]])),
  );
  return { run: made.map(({ id }) => id), questions: own, choices };
}

/**
 * The cases of the pack that is played, as the mode of cases has them.
 * @param {(site: string) => string | undefined} nameOf
 * @returns {Example[]}
 */
export const ownCases = (nameOf) =>
  (stored.playing?.cases ?? []).map(({ title, story, findings, place, explanation }, n) => ({
    id: ownId(n),
    title,
    story,
    findings: findings.join(),
    sites: [place],
    stated: nameOf(place) ?? place,
    teaches: explanation,
    note: "",
    sources: [],
    isOwn: true,
  }));

/** The tours of the pack that is played, by id. @returns {Record<string, any>} */
export const ownTours = () =>
  Object.fromEntries((stored.playing?.tours ?? []).map((tour, n) => [ownId(n), ownTour(tour)]));
