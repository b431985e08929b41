// Asks the server what a classroom shows, from time to time, and leads it. A bad network costs time only.

import { AnswerOutbox } from "./answer-outbox.js";
import { jsonRequest, troubleIn, troubleOf, withPatience } from "./room-requests.js";

/** @import { RoomAnswer, Seat } from "./room-memory.js" */
/** @import { Trouble } from "./room-requests.js" */

/**
 * @typedef {object} RoomState  as atlas/web/room_api.py answers
 * @property {string} room
 * @property {number} version
 * @property {number} number  of the question; 0 before the first
 * @property {{id: string, seed: string} | null} question
 * @property {boolean} revealed
 * @property {string | null} [given]  the choice of this seat
 * @property {number} [seats]  how many have joined
 * @property {number} [answers]  how many have answered
 * @property {{counts: Record<string, number>, taps: [string, number, number][]} | null} [results]
 */

/**
 * @typedef {object} Surroundings  what a test replaces
 * @property {typeof fetch} fetch
 * @property {(run: () => void, delay: number) => unknown} later
 * @property {() => number} random
 */

const WALL_PERIOD = 1000; // milliseconds
const SEAT_PERIOD = 1500;
const JITTER = 1000; // so that the phones of a room do not ask at the same moment

/** @type {Surroundings} */
const BROWSER = {
  fetch: (...args) => fetch(...args),
  later: (run, delay) => setTimeout(run, delay),
  random: Math.random,
};

export class RoomClient {
  /**
   * @param {string} address  of the rooms, relative to the page
   * @param {string} code
   * @param {object} options
   * @param {Seat | null} options.seat  null for the wall, which answers nothing
   * @param {string} options.secret  "" unless this browser leads the room
   * @param {() => void} options.onChange  called when the state, the trouble or what waits to be sent has changed
   * @param {(seat: Seat) => void} options.onSeat  called when the seat has to be kept
   * @param {Surroundings} [surroundings]
   */
  constructor(address, code, { seat, secret, onChange, onSeat }, surroundings = BROWSER) {
    this.address = `${address}/${encodeURIComponent(code)}`;
    this.code = code;
    this.seat = seat;
    this.secret = secret;
    this.onChange = onChange;
    this.surroundings = surroundings;
    const { fetch } = surroundings;
    this.outbox = seat && new AnswerOutbox(this.address, seat, { onChange, onSeat, fetch });
    /** @type {RoomState | null} */
    this.state = null;
    /** @type {Trouble} */
    this.trouble = "";
    this.isStopped = false;
    // Each round of polling has a number, so that an old one ends when the page asks at once.
    this.round = 0;
  }

  /** Asks now, and again from time to time until `stop`. */
  async poll() {
    const round = ++this.round;
    void this.outbox?.send();
    await this.#read();
    if (this.isStopped || round !== this.round) return;
    const period = this.seat ? SEAT_PERIOD + this.surroundings.random() * JITTER : WALL_PERIOD;
    this.surroundings.later(() => round === this.round && !this.isStopped && void this.poll(), period);
  }

  stop() {
    this.isStopped = true;
  }

  /** @param {Trouble} trouble */
  #setTrouble(trouble) {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.onChange();
  }

  async #read() {
    const query = this.seat ? `?seat=${this.seat.seat}` : "";
    try {
      const request = { cache: /** @type {const} */ ("no-cache"), ...withPatience() };
      const response = await this.surroundings.fetch(this.address + query, request);
      if (!response.ok) return this.#setTrouble(await troubleOf(response));
      this.#take(await response.json());
    } catch {
      this.#setTrouble("network");
    }
  }

  /** @param {RoomState} state */
  #take(state) {
    // an answer that was on its way longer than the next one is out of date
    if (this.state && state.version < this.state.version) return;
    if (!this.trouble && JSON.stringify(state) === JSON.stringify(this.state)) return;
    this.state = state;
    this.trouble = "";
    this.onChange();
  }

  /** The numbers of the questions whose answer has not been confirmed. */
  get waiting() {
    return this.outbox?.waiting ?? [];
  }

  /** What this seat has answered to the current question, whether it was confirmed or not; null if nothing. */
  get given() {
    return this.state?.given ?? this.seat?.answers[this.state?.number]?.choice ?? null;
  }

  /** Why the answer of this seat to the current question does not count; "" if it does. */
  get refusal() {
    return this.outbox?.refusalOf(this.state?.number) ?? "";
  }

  /** @param {RoomAnswer} answer */
  answer(answer) {
    if (!this.state?.question || this.state.revealed || this.given !== null) return;
    this.outbox.put(this.state.number, answer);
  }

  /**
   * Shows a question to the room, for the lecturer. Resolves to whether the room shows it now.
   * @param {number} number  of the current question or the next
   * @param {{id: string, seed: string} | null} question
   * @param {boolean} revealed
   */
  async ask(number, question, revealed) {
    const request = jsonRequest("PUT", { number, question, revealed }, this.secret);
    const trouble = await troubleIn(this.surroundings.fetch(`${this.address}/question`, request));
    // another page of the lecturer has gone on already: this one follows it
    if (!trouble || trouble === "late") await this.poll();
    else this.#setTrouble(trouble);
    return !trouble;
  }
}
