// Downloads JSON bundles, each once.

/**
 * @param {string} url
 * @returns {Promise<Response>}  rejected with the status if it is not OK
 */
export async function fetchOk(url) {
  const response = await fetch(url);
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
