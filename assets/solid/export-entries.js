// The entries of the menu "Share & export" that appear only with the 3-D body.
import { element } from "../app/dom.js";

/** Form → the form after which its entry stands. */
const AFTER = { png4: "png", glb: "slide" };

/**
 * Adds them to the menu, where they are seen while the body is.
 * @param {HTMLElement} part  the body's place in the page
 * @param {Record<string, string>} words
 */
export function addExports(part, words) {
  const buttons = Object.entries(AFTER).map(([form, before]) => {
    const button = element("button", { className: "plain", title: words[`${form}.title`] }, words[form]);
    button.dataset.take = form;
    document.querySelector(`#take [data-take=${before}]`)?.after(button);
    return button;
  });
  const show = () => buttons.forEach((button) => (button.hidden = part.hidden));
  new MutationObserver(show).observe(part, { attributeFilter: ["hidden"] });
  show();
}
