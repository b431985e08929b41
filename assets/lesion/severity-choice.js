// Three buttons that choose how severe the lesion is.
import { element } from "../app/dom.js";

/** @import { Lesions } from "./lesions.js" */

/**
 * @param {HTMLElement} tools
 * @param {Lesions} lesions
 * @param {(severity: string) => void} onChoose  gets "" for the usual severity of the place
 */
export function createSeverityChoice(tools, lesions, onChoose) {
  const { words } = lesions;
  let usual = "complete";
  const buttons = Object.keys(lesions.data.severities).map((severity) =>
    element(
      "button",
      {
        type: "button",
        className: "plain",
        "data-severity": severity,
        title: words[`lesion.severity.${severity}.title`],
        on: { click: () => onChoose(severity === usual ? "" : severity) },
      },
      words[`lesion.severity.${severity}`],
    ),
  );
  const label = element("span", { id: "lesion-severity" }, words["lesion.severity"]);
  const group = element("div", { className: "severity", role: "group", "aria-labelledby": label.id }, label, buttons);
  tools.append(group);

  return {
    /**
     * @param {number | null} place
     * @param {string} severity  "" for the usual one
     */
    show(place, severity) {
      group.hidden = place === null;
      if (place === null) return;
      usual = lesions.usualSeverity(place);
      for (const button of buttons)
        button.setAttribute("aria-pressed", String(button.dataset.severity === (severity || usual)));
    },
  };
}
