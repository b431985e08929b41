// What a seat sends to its classroom: that it has joined, and its answers, again and again until each is confirmed. The
// server counts the first answer of a seat.
import { jsonRequest, troubleIn } from "./room-requests.js";

/** @import { RoomAnswer, Seat } from "./room-memory.js" */
/** @import { Trouble } from "./room-requests.js" */

export class AnswerOutbox {
  /**
   * @param {string} address  of the room
   * @param {Seat} seat
   * @param {object} options
   * @param {() => void} options.onChange  called when what waits to be sent has changed
   * @param {(seat: Seat) => void} options.onSeat  called when the seat has to be kept
   * @param {typeof fetch} options.fetch
   */
  constructor(address, seat, { onChange, onSeat, fetch }) {
    this.address = address;
    this.seat = seat;
    this.onChange = onChange;
    this.onSeat = onSeat;
    this.fetch = fetch;
    this.isSending = false;
    this.isSeated = false;
    /** @type {Map<number, Trouble>} question → why the server has refused its answer; 0 for the seat itself */
    this.refusals = new Map();
  }

  /** The numbers of the questions whose answer has not been confirmed. */
  get waiting() {
    return Object.keys(this.seat.answers)
      .map(Number)
      .filter((number) => !this.seat.sent.includes(number));
  }

  /** Why the answer to a question does not count; "" if it does. @param {number} number */
  refusalOf(number) {
    return this.refusals.get(number) ?? this.refusals.get(0) ?? "";
  }

  /**
   * @param {number} number  of the question
   * @param {RoomAnswer} answer
   */
  put(number, answer) {
    this.refusals.delete(number);
    this.seat.answers[number] = answer;
    this.onSeat(this.seat);
    this.onChange();
    void this.send();
  }

  async send() {
    if (this.isSending) return;
    this.isSending = true;
    const before = this.waiting.length + this.refusals.size;
    if (await this.#takeSeat())
      for (const number of this.waiting) {
        const trouble = await this.#sendAnswer(number);
        if (trouble === "network") break;
        if (trouble) {
          this.refusals.set(number, trouble); // what a room refuses once, it refuses again
          delete this.seat.answers[number];
        } else this.seat.sent.push(number);
        this.onSeat(this.seat);
      }
    this.isSending = false;
    if (before !== this.waiting.length + this.refusals.size) this.onChange();
  }

  /** Joins once, so that the wall can count. @returns {Promise<boolean>}  whether answers can be sent */
  async #takeSeat() {
    if (this.isSeated) return true;
    const trouble = await this.#put(`seats/${this.seat.seat}`, {});
    if (trouble === "full") this.refusals.set(0, trouble);
    this.isSeated = trouble !== "network";
    return this.isSeated;
  }

  /** @param {number} number */
  #sendAnswer(number) {
    const { choice, at } = this.seat.answers[number];
    return this.#put(`answers/${number}/${this.seat.seat}`, at ? { choice, at } : { choice });
  }

  /** @param {string} path @param {unknown} body @returns {Promise<Trouble>} */
  #put(path, body) {
    return troubleIn(this.fetch(`${this.address}/${path}`, jsonRequest("PUT", body)));
  }
}
