// Checks the packs that this browser kept, before anything shows or plays them: an older or a newer atlas may have
// written them, or another program.
import { once } from "../app/fetch-json.js";
import { problemsOf } from "./check.js";
import { faultOf, faultOfText, keepDamaged } from "./damaged-drafts.js";
import { fetchPackData, knowledgeOf } from "./pack-data.js";
import { keepDraft, keptText, remember, stored, unreadable } from "./pack-store.js";

/** @import { Knowledge, PackData } from "./types" */

/** Puts away the draft of the tab if it cannot be shown. @param {PackData} data */
function checkDraft(data) {
  if (unreadable) keepDamaged("tab", unreadable);
  if (stored.draft === null || !faultOf(stored.draft, data)) return;
  keepDamaged("tab", JSON.stringify(stored.draft, null, 2));
  remember({ draft: null, isSaved: true, place: null, screen: "start" });
}

/** The same of the draft of the device. @param {PackData} data */
function checkKept(data) {
  const text = keptText();
  if (text && faultOfText(text, data) && keepDamaged("device", text)) keepDraft(null);
}

/** A pack that is opened or played has no fault; its file or its link still has it. @param {PackData} data @param {Knowledge} known */
function checkPlayed(data, known) {
  for (const name of /** @type {const} */ (["opened", "playing"]))
    if (stored[name] !== null && problemsOf(stored[name], data, known).length) remember({ [name]: null });
}

/** @type {(page: Page) => Promise<void>} */
export const checkStored = once(async (page) => {
  const { draft, opened, playing } = stored;
  if (!unreadable && !keptText() && [draft, opened, playing].every((pack) => pack === null)) return;
  const data = await fetchPackData(page);
  checkDraft(data);
  checkKept(data);
  checkPlayed(data, knowledgeOf(page, data));
});
