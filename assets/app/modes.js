// The ways of using the page. Each but the first is a module of its own, fetched when it is first entered.
//
// A mode's module exports `enter(page)`, called once, where page = { payload, answers, go, figures, graph, lights, main }.
// It returns { choose(id, event), show(state), leave(), clear() }: choose and clear give the change of state that a
// choice of a node, or Escape, means in this mode (null: nothing); show draws the state; leave takes it off again.
// leave gives true when the skin has to be dressed anew. It may also return says(id): what stands behind the name of a
// node that is pointed at; and worn(): what a change of theme alone asks for.
import { loadFeature } from "./load-feature.js";

const entered = new Map();

export async function enterMode(mode, page) {
  if (!mode) return null;
  if (!entered.has(mode)) {
    const entering = loadFeature(`mode:${mode}`).then((module) => module.enter(page));
    entering.catch(() => entered.delete(mode)); // the next attempt loads it again
    entered.set(mode, entering);
  }
  return entered.get(mode);
}

export function wearMode(main, mode) {
  main.dataset.mode = mode;
  for (const button of document.querySelectorAll("button[data-mode]"))
    button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
  for (const part of main.querySelectorAll("[data-in-mode]")) part.hidden = part.dataset.inMode !== mode;
}
