// A pack in the fragment of an address, which browsers never send: compressed where the browser can, else as it is.

/** Longer links are cut off by programs for mail and chat. */
export const MOST_LETTERS = 16_000;
const MOST_BYTES = 2_000_000; // of an unpacked pack: a small link must not fill the memory
export const HASH = "#pack=";
const METHOD = "deflate-raw";
const [PACKED, PLAIN] = ["z", "p"];
const CHUNK = 0x8000;

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
const fromBase64 = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {any} transform
 */
async function through(bytes, transform) {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  /** @type {BlobPart[]} */
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > MOST_BYTES) throw new Error("the pack in the link is too large");
    parts.push(value);
  }
}

/**
 * @param {unknown} pack
 * @returns {Promise<string>}  with "#"
 */
export async function toHash(pack) {
  const bytes = new TextEncoder().encode(JSON.stringify(pack));
  if (!globalThis.CompressionStream) return `${HASH}${PLAIN}${toBase64(bytes)}`;
  return `${HASH}${PACKED}${toBase64(await through(bytes, new CompressionStream(METHOD)))}`;
}

/**
 * The text of the pack in a fragment.
 * @param {string} hash
 * @returns {Promise<string | null>}  null if the link is damaged
 */
export async function fromHash(hash) {
  const [method, text] = [hash.charAt(HASH.length), hash.slice(HASH.length + 1)];
  try {
    const bytes = fromBase64(decodeURIComponent(text));
    if (method !== PACKED && method !== PLAIN) return null;
    const plain = method === PLAIN ? bytes : await through(bytes, new DecompressionStream(METHOD));
    return new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch {
    return null;
  }
}
