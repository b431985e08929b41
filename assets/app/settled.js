// The state that was painted last, for features that work with it.

/** @type {{state: State, page: Page} | null} */
let latest = null;
document.addEventListener("atlas:settled", ({ detail }) => (latest = detail));

/** The state and the page; null until the first state has been painted. */
export const settled = () => latest;

/** @param {unknown} error  of a feature that the page can do without */
export const logFailure = (error) => console.error(error);
