// What the marks beside facts and beside sources mean, as [class of the mark, string of its meaning].

/** The evidence of a fact. */
export const FACT_MARKS = [
  ["consensus", "panel.key.agree"],
  ["variable", "panel.key.differ"],
  ["single-source", "panel.key.one"],
];

/** How a source was read. */
export const SOURCE_MARKS = [
  ["whole", "panel.key.whole"],
  ["excerpt", "panel.key.excerpt"],
  ["memory", "panel.key.unread"],
];
