// Opens the quiz mode: its data, its style sheet and its keyboard shortcuts.
import { addShortcut } from "../keyboard/shortcuts.js";
import { fetchJson } from "../app/fetch-json.js";
import { onSide } from "../app/side.js";
import { showBriefNotice } from "../app/status.js";
import { openLink } from "../packs/own-entries.js";
import { registerModePanel } from "../panel/panel.js";
import { ClassRoom } from "../rooms/class-room.js";
import { isOnPaleLeg } from "./other-leg.js";
import { Quiz } from "./quiz.js";

const NEW_ROOM = "NEW"; // where a code would be: a room is still to be opened or joined
const CHOICE_KEYS = ["1", "2", "3", "4"];

/**
 * Adds the shortcuts of the quiz.
 * @param {Quiz} quiz
 * @returns {() => void}  removes them again
 */
function addShortcuts(quiz) {
  const next = () => (quiz.view?.given || quiz.view?.isExam ? quiz.moveBy(1) : false);
  const choose = (/** @type {KeyboardEvent} */ { key }) => {
    const id = quiz.view?.given ? null : quiz.view?.choices[Number(key) - 1];
    return id ? quiz.answer(id) : false;
  };
  const removers = [addShortcut("n", "keys.quiz.next", next), addShortcut(CHOICE_KEYS, "keys.quiz.choose", choose)];
  return () => removers.forEach((remove) => remove());
}

/** @param {Page} page */
export async function enter(page) {
  const [data] = await Promise.all([fetchJson(page.answers.quiz), openLink(page)]);
  const quiz = new Quiz(page, data);
  /** @type {ClassRoom | null} */
  let room = null;
  /** @type {(() => void) | null} */
  let removeShortcuts = null;
  const leaveRoom = () => {
    room?.leave();
    room = null;
  };
  let side = "";
  /** Says which leg answers to a tap on the other one. @param {MouseEvent} event */
  const sayWhichLeg = (event) => {
    if ((room ?? quiz).isTapAwaited && isOnPaleLeg(event)) showBriefNotice(onSide(quiz.words["quiz.pale.leg"], side));
  };
  registerModePanel("quiz", () => (room ?? quiz).panel());
  return {
    choose: (/** @type {string} */ id, /** @type {Event} */ event) => (room ?? quiz).choose(id, event),
    note: (/** @type {string} */ id) => quiz.note(id),
    clear: () => null,
    show(/** @type {State} */ state) {
      removeShortcuts ??= addShortcuts(quiz);
      ({ side } = state);
      document.addEventListener("click", sayWhichLeg); // once, however often it is added
      const code = state.room.toUpperCase();
      if (room?.code !== code) leaveRoom();
      if (!code || !page.answers.rooms) return quiz.show(state);
      if (code === NEW_ROOM) return quiz.showRoomSetup(state);
      if (!room) quiz.hide();
      room ??= new ClassRoom(page, quiz, code);
      return room.show(state);
    },
    leave() {
      removeShortcuts?.();
      removeShortcuts = null;
      document.removeEventListener("click", sayWhichLeg);
      leaveRoom();
      quiz.leave();
    },
  };
}
