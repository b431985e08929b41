// The article in each voice; in the plain voice hard words are explained, each once per passage.

/** @import { Glossary } from "../plain-text/glossary-terms.js" */

const PLAIN = "plain";
// Classes of running text, the only text in which words are explained.
const TEXT_CLASSES = ["prose", "correction"];

/**
 * @param {any} node  a component tree
 * @param {Glossary} glossary
 * @param {Set<string>} explained  the meanings already given in this passage
 * @param {boolean} isText  whether the node lies within running text
 * @returns {any}  the tree with buttons for its hard words
 */
function withGlossary(node, glossary, explained, isText) {
  if (Array.isArray(node)) return node.flatMap((child) => withGlossary(child, glossary, explained, isText));
  if (typeof node === "string") return isText ? glossary.gloss(node, explained) : node;
  if (!node?.props?.children) return node;
  const { className, children, "data-passage": startsPassage } = node.props;
  const [known, within] = [startsPassage ? new Set() : explained, isText || TEXT_CLASSES.includes(className)];
  return { ...node, props: { ...node.props, children: withGlossary(children, glossary, known, within) } };
}

/**
 * Adds the glossary to the plain article, where the atlas has plain texts.
 * @param {Page} page
 * @param {Record<string, any>} articles  voice → component tree
 * @returns {Promise<Record<string, any>>}
 */
export async function explainPlainArticle(page, articles) {
  if (!page.answers.plain) return articles;
  const { fetchPlainTexts } = await import("../plain-text/plain-text.js");
  const { glossary } = await fetchPlainTexts(page);
  return { ...articles, [PLAIN]: withGlossary(articles[PLAIN], glossary, new Set(), false) };
}
