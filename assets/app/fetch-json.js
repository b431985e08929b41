// Downloads JSON bundles, each once.

const BUSY = 503;
const MOST_TRIES = 30;

/**
 * The response, once the server has made what it answers. Until then it says after how many seconds to ask again.
 * @param {string} url
 * @returns {Promise<Response>}
 */
export async function fetchWhenReady(url) {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(url);
    const seconds = response.status === BUSY ? Number(response.headers.get("Retry-After")) : 0;
    if (!seconds || tries === MOST_TRIES) return response;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

/**
 * @param {string} url
 * @returns {Promise<Response>}  rejected with the status if it is not OK
 */
export async function fetchOk(url) {
  const response = await fetchWhenReady(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}

/**
 * @param {string} url
 * @returns {Promise<any>}
 */
export const fetchJson = async (url) => (await fetchOk(url)).json();

/**
 * A function that loads something once; after a failure the next call tries again.
 * @template {any[]} Args
 * @template Value
 * @param {(...args: Args) => Promise<Value>} load
 * @returns {(...args: Args) => Promise<Value>}
 */
export function once(load) {
  let loading = null;
  return (...args) => {
    loading ??= load(...args).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}
