// The examination mode: the tests of the leg in order, how each is done, what it tells, and how accurate it is.
import { closest, element, filled } from "../app/dom.js";
import { showLine, showNotice } from "../app/status.js";
import { lesionMarkers, removeMarkers, showMarkers } from "../lesion/lesion-markers.js";
import { enableClearButtons } from "../lesion/mode-helpers.js";
import { report, registerModePanel } from "../panel/panel.js";
import { printChecklist } from "./checklist.js";
import { ExaminationPanel } from "./examination-panel.js";
import { fetchExamination } from "./examination.js";

/** @import { Examination } from "./examination.js" */

const MODE = "examination";

/**
 * The choice of a test, and the button of the checklist.
 * @param {Examination} examination
 * @param {(id: string) => void} choose
 */
function createTools(examination, choose) {
  const { words, groups, tests } = examination;
  const option = (/** @type {string} */ value, /** @type {string} */ text) => element("option", { value }, text);
  const list = element(
    "select",
    { on: { change: () => choose(list.value) } },
    option("", words["examination.none"]),
    groups.map(([group, places]) =>
      element(
        "optgroup",
        { label: words[`examination.group.${group}`] },
        places.map((at) => option(tests[at].id, tests[at].name)),
      ),
    ),
  );
  const button = element(
    "button",
    {
      type: "button",
      className: "plain",
      title: words["examination.print.title"],
      on: { click: () => printChecklist(examination) },
    },
    words["examination.print"],
  );
  button.dataset.printsChecklist = "";
  return { list, parts: [element("label", {}, words["examination.choose"], list), button] };
}

/** @param {Page} page */
export async function enter(page) {
  const { payload, go, main, highlighter } = page;
  const examination = await fetchExamination(page);
  const { words } = examination;
  const panel = new ExaminationPanel(examination);
  const tools = createTools(examination, (id) => go({ part: id }));
  document.getElementById("exam-tools").append(...tools.parts);
  registerModePanel(MODE, (state) => panel.page(state));
  let current = "";

  main.addEventListener("click", (event) => {
    const button = main.dataset.mode === MODE && closest(event, "#told [data-exam]");
    if (button) go({ part: button.dataset.exam }, event);
    const movement = main.dataset.mode === MODE && closest(event, "#told [data-pose]");
    if (movement) go({ plate: "solid", pose: `${movement.dataset.pose},0`, camera: "" });
  });

  /**
   * @param {string} id
   * @param {boolean} isLit
   */
  function showStatus(id, isLit) {
    if (!id) return showLine(words["mode.examination.title"]);
    const { name } = examination.testOf(id);
    return showLine(filled(words[isLit ? "examination.status" : "examination.status.unlit"], { name }), name);
  }

  return {
    choose: (/** @type {string} */ id) => ({ mode: "", select: id }),

    clear: () => (current ? { part: "" } : null),

    /** @param {State} state */
    pathway: ({ part, map }) => examination.pathwayOf(part, map),

    /** @param {State} state */
    show(state) {
      const { part, map } = state;
      if (part && !examination.has(part)) {
        const choices = [...tools.list.options].map(
          ({ value, text }) => /** @type {[string, string]} */ ([value, text]),
        );
        showNotice([filled(words["examination.unknown"], { value: part })], [{ key: "part", value: part, choices }]);
        return go({ part: "" }, null, "replace");
      }
      const isNewPage = part !== current;
      current = part;
      main.dataset.exam = part ? examination.testOf(part).group : "";
      tools.list.value = part;
      const pathway = examination.pathwayOf(part, map);
      highlighter.show(payload, pathway, "on");
      const places = examination.placesOf(part);
      showMarkers(places.flatMap(({ sites, nerves }) => lesionMarkers(page, sites, nerves)));
      enableClearButtons(main, Boolean(part));
      showStatus(part, Boolean(pathway));
      return report(payload, state, isNewPage ? document.activeElement : null);
    },

    leave() {
      current = "";
      removeMarkers();
      delete main.dataset.exam;
    },
  };
}
