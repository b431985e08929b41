// The draft that is edited, where in it its educator is, and the draft that was closed or replaced last.
import { Draft } from "../packs/draft.js";
import { remember, stored } from "../packs/pack-store.js";
import { KINDS, NEW, newPack, PARTS } from "./new-entries.js";
import { addView, takeView } from "./step-views.js";

/** @import { Kind } from "../packs/types" */
/** @import { Place } from "../packs/pack-store.js" */

export class OpenDraft {
  constructor() {
    /** @type {Draft | null} */
    this.draft = stored.draft && new Draft(stored.draft, stored.isSaved);
    /** @type {Draft | null} */
    this.replaced = null;
  }

  /** Lets the tab remember the draft as it is now. */
  remember() {
    const { draft } = this;
    remember({ draft: draft?.pack ?? null, isSaved: draft?.isSaved ?? true });
  }

  /** What is edited, within what there is. @returns {Place} */
  get place() {
    const { pack } = this.draft;
    const wanted = stored.place ?? { kind: "tours", n: 0, at: 0 };
    const kind = pack[wanted.kind]?.length ? wanted.kind : (KINDS.find((one) => pack[one]?.length) ?? wanted.kind);
    const n = Math.min(wanted.n, Math.max(0, (pack[kind]?.length ?? 0) - 1));
    const parts = /** @type {any} */ (pack[kind]?.[n])?.[PARTS[kind]];
    const place = { kind, n, at: Math.min(wanted.at, (parts?.length ?? 1) - 1) };
    remember({ place });
    return place;
  }

  /** The entry that is edited. @returns {any} */
  get entry() {
    const { kind, n } = this.place;
    return this.draft.pack[kind]?.[n];
  }

  /** Whether a part of an entry is open on the page that edits it. */
  get isAtPart() {
    return stored.screen === "edit" && Boolean(this.draft) && this.place.at >= 0;
  }

  /** Begins with a draft in place of the present one. @param {Draft} draft */
  start(draft) {
    if (this.draft) this.replaced = this.draft;
    this.draft = draft;
    const kind = KINDS.find((one) => draft.pack[one]?.length) ?? "tours";
    remember({ screen: "edit", place: { kind, n: 0, at: 0 } });
    this.remember();
  }

  /** Adds an entry, to the draft or to a new one. @param {Kind} kind */
  add(kind) {
    if (!this.draft) {
      this.draft = new Draft(newPack(document.documentElement.lang), true);
      this.draft.pack[kind].push(/** @type {any} */ (NEW[kind]()));
    } else this.draft.insert([kind], this.draft.pack[kind]?.length ?? 0, NEW[kind]());
    remember({ screen: "edit", place: { kind, n: this.draft.pack[kind].length - 1, at: 0 } });
    this.remember();
  }

  /** Removes the entry that is edited. @returns {{kind: Kind, title: string}} */
  removeEntry() {
    const { kind, n } = this.place;
    const { title } = this.draft.pack[kind][n];
    this.draft.remove([kind], n);
    this.remember();
    return { kind, title };
  }

  close() {
    this.replaced = this.draft;
    this.draft = null;
    remember({ screen: "start", place: null });
    this.remember();
  }

  /** Gives the open part a view. @param {string} view @param {string} title  for a step without one */
  takeView(view, title) {
    const { kind, n, at } = this.place;
    takeView(this.draft, [kind, n, PARTS[kind], at], view, title);
    this.remember();
  }

  /** Adds a view to the tour as its next step, which is open then. @param {string} view @param {string} title */
  addView(view, title) {
    const { kind, n } = this.place;
    remember({ place: { kind, n, at: addView(this.draft, n, view, title) } });
    this.remember();
  }
}
