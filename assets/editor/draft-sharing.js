// What leaves the editor: the entry that is edited as a preview, and a pack as a file or as a link.
import { filled } from "../app/dom.js";
import { problemsOf } from "../packs/check.js";
import { titled } from "./new-entries.js";
import { saveAsFile, shareAsLink } from "./pack-sharing.js";
import { play } from "./play.js";

/** @import { Knowledge, Pack, PackData, PackProblem } from "../packs/types" */
/** @import { OpenDraft } from "./open-draft.js" */

export class DraftSharing {
  /**
   * @param {Page} page
   * @param {PackData} data
   * @param {Knowledge} known
   * @param {OpenDraft} open
   * @param {(text: string) => void} say
   */
  constructor(page, data, known, open, say) {
    this.page = page;
    this.data = data;
    this.known = known;
    this.open = open;
    this.say = say;
  }

  /** What has to be corrected in the draft. @returns {PackProblem[]} */
  problems() {
    const { draft } = this.open;
    return draft ? problemsOf(titled(draft.pack), this.data, this.known) : [];
  }

  /** Plays the entry that is edited. @returns {boolean}  false if it has problems */
  preview() {
    const { kind, n } = this.open.place;
    const { pack } = this.open.draft;
    const alone = { ...titled(pack), tours: [], cases: [], quizzes: [], [kind]: [pack[kind][n]] };
    alone.title ||= "–";
    if (problemsOf(alone, this.data, this.known).length) return false;
    this.say("");
    void play(this.page, structuredClone(alone), kind, 0);
    return true;
  }

  saveDraft() {
    this.saveFile(titled(this.open.draft.pack));
    this.open.draft.isSaved = true;
    this.open.remember();
  }

  /** @param {Pack} pack */
  saveFile(pack) {
    this.say(filled(this.data.words["editor.saved"], { name: saveAsFile(pack) }));
  }

  /** Shares the draft, which has no problems, as a link. */
  async linkDraft() {
    const { draft } = this.open;
    if (await this.shareLink(titled(draft.pack))) draft.isSaved = true;
    this.open.remember();
  }

  /** @param {Pack} pack @returns {Promise<boolean>}  false if the pack is too large for a link */
  async shareLink(pack) {
    const isShared = await shareAsLink(pack, this.data.words);
    if (!isShared) this.say(this.data.words["editor.link.large"]);
    return isShared;
  }
}
