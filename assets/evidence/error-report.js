// The address for reporting an error in one claim; the report names the row, its content and the version of the data.
import { filled } from "../app/dom.js";

/** @import { Claim, Evidence } from "./claims.js" */

const MAIL = "mailto:?subject={subject}&body={body}";
const MAX_LENGTH = 1400;

/**
 * @param {Evidence} evidence
 * @param {Claim} claim
 */
export function reportAddress(evidence, claim) {
  const { words, edition, payload } = evidence;
  const nameOf = (/** @type {string} */ id) => payload.nameOf(id);
  const columns = evidence
    .columnsOf(claim)
    .map(({ name, value }) => `${name}: ${Array.isArray(value) ? value.map(nameOf).join("; ") : value}`);
  const content = [claim.says, ...columns].join("\n");
  const sources = claim.cites.map(([at, where]) => evidence.sources[at].id + (where ? ` [${where}]` : "")).join("; ");
  const says = content.length > MAX_LENGTH ? `${content.slice(0, MAX_LENGTH)} …` : content;
  const values = { row: evidence.rowOf(claim), version: edition.version ?? "", says, sources };
  const subject = encodeURIComponent(filled(words["claims.report.subject"], values));
  const body = encodeURIComponent(filled(words["claims.report.body"], values));
  return filled(edition.report ?? MAIL, { subject, body });
}
