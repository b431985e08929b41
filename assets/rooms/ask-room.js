// Puts a question to the classroom that this browser leads, from a page outside it.
import { newSeed } from "../quiz/seeded-random.js";
import { RoomClient } from "./room-client.js";
import { forgetSecret, ledRoom } from "./room-memory.js";
import { isGone } from "./room-requests.js";

/** The classroom that this browser has led last; null if this server has none. @param {Page} page */
export const openedRoom = ({ answers }) => (answers.rooms ? ledRoom() : null);

/**
 * Asks a question and opens the wall of the classroom. Resolves to whether the room could be asked.
 * @param {Page} page
 * @param {string} id
 */
export async function askRoom({ answers, go }, id) {
  const [code, secret] = ledRoom();
  const nothing = () => {};
  const client = new RoomClient(answers.rooms, code, { seat: null, secret, onChange: nothing, onSeat: nothing });
  await client.poll();
  const next = client.state && client.state.number + 1;
  const isAsked = Boolean(next) && (await client.ask(next, { id, seed: newSeed() }, false));
  client.stop();
  if (isAsked) go({ mode: "quiz", room: code, tour: "", step: "" });
  else if (isGone(client.trouble)) forgetSecret(code);
  return isAsked;
}
