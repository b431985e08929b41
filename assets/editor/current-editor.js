// The one editor of the page, which the bar outside of it shares.

/** @typedef {import("./editor.js").Editor} Editor */

/** @type {Editor | null} */
let current = null;

/** Null until the editor was opened. */
export const currentEditor = () => current;

/** @param {Editor} editor */
export const setEditor = (editor) => (current = editor);
