// The mode of the quiz, and its keys.
import { addShortcut } from "../keyboard/shortcuts.js";
import { element } from "../app/dom.js";
import { Quiz } from "./quiz.js";

// The keys of the quiz work while it is shown.
function offerKeys(quiz) {
  const next = () => (quiz.view?.given ? quiz.step(1) : false);
  const take = ({ key }) => {
    const id = quiz.view?.given ? null : quiz.view?.choices[Number(key) - 1];
    return id ? void quiz.answer(id) : false;
  };
  const offered = [addShortcut("n", "keys.quiz.next", next), addShortcut(["1", "2", "3", "4"], "keys.quiz.choose", take)];
  return () => offered.forEach((drop) => drop());
}

// Its style comes with it, so that the first view of the page does not wait for that.
const dressed = (href) =>
  href && // where the whole atlas is one file, all its style is there
  new Promise((done, failed) => {
    const link = element("link", {
      rel: "stylesheet",
      href,
      on: { load: done, error: () => (link.remove(), failed(new Error(href))) },
    });
    document.head.append(link);
  });

export async function enter(page) {
  const [response] = await Promise.all([fetch(page.answers.quiz), dressed(page.answers["quiz-style"])]);
  if (!response.ok) throw new Error(`${response.status}`);
  const quiz = new Quiz(page, await response.json());
  let drop = null;
  return {
    choose: (id, event) => quiz.choose(id, event),
    note: (id) => quiz.says(id),
    clear: () => null,
    show(state) {
      drop ??= offerKeys(quiz);
      return quiz.show(state);
    },
    leave() {
      drop?.();
      drop = null;
      quiz.leave();
    },
  };
}
