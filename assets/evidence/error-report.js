// A message about an error in one fact: it names the row, the version of the data and what the row says now.
import { filled } from "../app/dom.js";

const WITHOUT_ADDRESS = "mailto:?subject={subject}&body={body}";
const LONGEST = 1400;

export function reportAddress(facts, claim) {
  const { words, edition } = facts;
  const row = `data/${claim.table}.csv: ${claim.key}`;
  const named = (id) => facts.payload.names[facts.payload.place.get(id)];
  const columns = facts
    .told(claim)
    .map(([name, , value]) => `${name}: ${Array.isArray(value) ? value.map(named).join("; ") : value}`);
  const says = [claim.says, ...columns].join("\n");
  const sources = claim.cites.map(([at, place]) => facts.sources[at].id + (place ? ` [${place}]` : "")).join("; ");
  const short = says.length > LONGEST ? `${says.slice(0, LONGEST)} …` : says;
  const told = { row, version: edition.version ?? "", says: short, sources };
  const subject = encodeURIComponent(filled(words["claims.report.subject"], told));
  const body = encodeURIComponent(filled(words["claims.report.body"], told));
  return filled(edition.report ?? WITHOUT_ADDRESS, { subject, body });
}
