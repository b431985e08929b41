import type { Draft } from "../packs/draft.js";
import type { Kind, Pack, PackProblem } from "../packs/types";
import type { Place } from "../packs/pack-store.js";

/** What the forms of the editor share. */
export interface EditorContext {
  page: Page;
  words: Record<string, string>;
  draft: Draft;
  place: Place;
  /** the sites of the atlas, with their names */
  sites: { id: string; name: string }[];
  /** after a change of a text */
  changed(): void;
  /** redraws the form and focuses the field with this key */
  redraw(key: string): void;
  /** says a sentence in the status line */
  say(text: string): void;
  /** opens another part of the entry; -1: none */
  openPart(at: number): void;
  /** leaves for the atlas, to choose a view */
  pickView(view: string): void;
  /** leaves for the atlas, where each view can become the next step of the tour */
  collectSteps(): void;
  /** finds questions of the atlas by words */
  findQuestions(text: string): Promise<{ id: string; text: string }[]>;
  questionText(id: string): string;
}
