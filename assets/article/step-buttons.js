// The buttons that lead on and back through what is told in order, and where one stands between them.
import { element, filled } from "../app/dom.js";

// `words`: back, next, place. Gives a function that shows place `at` of `all`, and what stands there.
export function leading(place, words, step) {
  const button = (name, by) => {
    const props = { className: `plain ${name}`, type: "button", on: { click: () => step(by) } };
    return element("button", props, words[name]);
  };
  const [back, next] = [button("back", -1), button("next", 1)];
  const [which, title] = [element("span", { className: "which" }), element("b")];
  place.append(element("div", { className: "leading" }, back, element("p", {}, which, " ", title), next));
  return (at, all, name, [first, last] = [at === 0, at === all - 1]) => {
    which.textContent = filled(words.place, { n: at + 1, all });
    title.textContent = name;
    back.disabled = first;
    next.disabled = last;
  };
}
