// The mode in which educators make packs and open those of others.
import { showLine } from "../app/status.js";
import { enableClearButtons } from "../lesion/mode-helpers.js";
import { fetchPackData } from "../packs/own-entries.js";
import { registerModePanel, report } from "../panel/panel.js";
import { currentEditor, setEditor } from "./current-editor.js";
import { Editor } from "./editor.js";

const MODE = "editor";

/** @param {Page} page */
export async function enter(page) {
  const { payload, main, highlighter } = page;
  const data = await fetchPackData(page);
  const editor = currentEditor() ?? setEditor(new Editor(page, data));
  let isShown = false;
  let selected = "";
  registerModePanel(MODE, () => []);

  return {
    choose: (/** @type {string} */ id) => editor.chooseInFigures(id),

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
