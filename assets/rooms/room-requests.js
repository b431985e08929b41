// Single requests to a classroom, and what an answer that refuses means.

/** @typedef {"" | "network" | "unknown" | "closed" | "full" | "late" | "refused"} Trouble */

const PATIENCE = 8000; // milliseconds for one request, which a dead network may never answer

/** @type {Record<number, Trouble>} */
const TROUBLES = { 404: "unknown", 410: "closed", 429: "full", 409: "late" };

/** Whether there is no such room, or none any more. @param {Trouble} trouble */
export const isGone = (trouble) => trouble === "unknown" || trouble === "closed";

export const withPatience = () => ({ signal: AbortSignal.timeout(PATIENCE) });

/**
 * What a refusal means. Only a room says why it refuses, as JSON; a proxy on the way may refuse anything for a while.
 * @param {Response} response
 * @returns {Promise<Trouble>}
 */
export async function troubleOf(response) {
  const { error } = await response.json().catch(() => ({}));
  return error && response.status < 500 ? (TROUBLES[response.status] ?? "refused") : "network";
}

/**
 * What was wrong with a request; "" if it was answered.
 * @param {Promise<Response>} request
 * @returns {Promise<Trouble>}
 */
export async function troubleIn(request) {
  try {
    const response = await request;
    return response.ok ? "" : await troubleOf(response);
  } catch {
    return "network";
  }
}

/**
 * @param {string} method
 * @param {unknown} body
 * @param {string} [secret]
 * @returns {RequestInit}
 */
export const jsonRequest = (method, body, secret) => ({
  method,
  ...withPatience(),
  body: JSON.stringify(body),
  headers: { "Content-Type": "application/json", ...(secret && { Authorization: `Bearer ${secret}` }) },
});

/**
 * Opens a room. Rejects when the server cannot be reached or refuses.
 * @param {string} address
 * @returns {Promise<{room: string, secret: string}>}
 */
export async function openRoom(address) {
  const response = await fetch(address, { method: "POST" });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/**
 * Closes a room, for its lecturer. Resolves to whether it is closed.
 * @param {string} address  of the room
 * @param {string} secret
 */
export async function closeRoom(address, secret) {
  const headers = { Authorization: `Bearer ${secret}` };
  const trouble = await troubleIn(fetch(address, { method: "DELETE", ...withPatience(), headers }));
  return !trouble || isGone(trouble);
}
