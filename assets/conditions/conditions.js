// The conditions in their order, their groups and pages, each with the sites where it can sit.
import { fetchLesions } from "../lesion/lesions.js";

export const PATHWAY = "pathway";

export class Conditions {
  constructor(raw, lesions, plain) {
    Object.assign(this, raw);
    Object.assign(this, { lesions, plain, payload: lesions.payload });
  }

  has(id) {
    return Object.hasOwn(this.pages, id);
  }

  // The ids of the sites on the nerves where a condition can sit.
  sites(id) {
    return this.lesions.seats(this.payload.place.get(id)).map((at) => this.payload.ids[at]);
  }

  // What `part` in the address asks for: a site, PATHWAY, or the first site; null where there is nothing to choose.
  shown(id, part) {
    const sites = this.sites(id);
    return sites.length ? (part === PATHWAY || sites.includes(part) ? part : sites[0]) : null;
  }

  // The conditions before and after one, as listed.
  beside(id) {
    const at = this.order.indexOf(id);
    return [this.order[at - 1], this.order[at + 1]];
  }
}

// The plain words are fetched only where the atlas has any.
const plainly = (page) =>
  page.answers.plain && import("../plain-text/plain-text.js").then(({ fetchPlain }) => fetchPlain(page));

export async function fetchConditions(page) {
  const fetched = [fetchLesions(page), plainly(page), fetch(page.answers.conditions)];
  const [lesions, plain, response] = await Promise.all(fetched);
  if (!response.ok) throw new Error(`${response.status}`);
  return new Conditions(await response.json(), lesions, plain);
}
