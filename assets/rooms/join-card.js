// How phones join a classroom: a QR code, an address short enough to type, and the code.
import { element, filled } from "../app/dom.js";
import { qrCode } from "../share/qr-code.js";

/** @import { Words } from "../lesion/types" */

const JOIN = "r";
const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether only this computer can open an address. @param {string} hostname */
export const isLocal = (hostname) => LOCAL.test(hostname);

/**
 * The address that phones open: short enough to type.
 * @param {string} code
 */
export const joinAddress = (code) => new URL(`${JOIN}/${code}`, document.baseURI.replace(/[?#].*/, "")).href;

/**
 * @param {string} code
 * @param {Words} words
 */
export function joinCard(code, words) {
  const address = joinAddress(code);
  const shown = address.replace(/^https?:\/\//, "");
  const spoken = filled(words["room.code"], { code: [...code].join(" ") });
  const warning = element("p", { className: "room-warning" }, words["room.local"]);
  return element(
    "div",
    { className: "room-join" },
    qrCode(address, filled(words["room.qr"], { code })),
    element(
      "div",
      {},
      element("p", {}, words["room.join.how"], " ", element("b", {}, shown)),
      element("p", { className: "room-code", role: "img", ariaLabel: spoken }, code),
      ...(isLocal(location.hostname) ? [warning] : []),
    ),
  );
}
