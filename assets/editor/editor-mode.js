// The mode in which educators make packs and open those of others.
import { showLine } from "../app/status.js";
import { enableClearButtons } from "../lesion/mode-helpers.js";
import { ONE_VIEW } from "../packs/view.js";
import { fetchPackData } from "../packs/pack-data.js";
import { checkStored } from "../packs/stored-packs.js";
import { registerModePanel, report } from "../panel/panel.js";
import { currentEditor, setEditor } from "./current-editor.js";
import { Editor } from "./editor.js";

const MODE = "editor";

/** @param {Page} page */
export async function enter(page) {
  const { payload, main, highlighter } = page;
  const [data] = await Promise.all([fetchPackData(page), checkStored(page)]);
  const editor = currentEditor() ?? setEditor(new Editor(page, data));
  let isShown = false;
  let selected = "";
  registerModePanel(MODE, () => []);

  return {
    // a click in the figures while a step is open begins to choose what it shows
    choose: (/** @type {string} */ id) => ({
      mode: "",
      select: id,
      ...(editor.open.isAtPart ? { making: ONE_VIEW } : {}),
    }),

    clear: () => (selected ? { select: "" } : null),

    /** @param {State} state */
    show(state) {
      if (state.making) return page.go({ making: "" }, null, "replace");
      selected = state.select;
      highlighter.show(payload, selected ? payload.pathway(selected, state.map) : null, "on");
      enableClearButtons(main, Boolean(selected));
      showLine(data.words["editor.lead"]);
      if (!isShown) void editor.show();
      isShown = true;
      return report(payload, { mode: MODE, voice: state.voice }, null);
    },

    pathway: (/** @type {State} */ { select, map }) => (select ? payload.pathway(select, map) : null),

    leave() {
      isShown = false;
      selected = "";
      delete main.dataset.editor;
    },
  };
}
