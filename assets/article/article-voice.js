// The pages of the article in their voices; in the plain one hard words are explained, each once in a passage.
const PLAIN = "plain";
const SPOKEN = ["prose", "correction"];

// `told`: the meanings already given in this passage; `spoken`: whether what is met is running text.
function glossed(node, glossary, told, spoken) {
  if (Array.isArray(node)) return node.flatMap((one) => glossed(one, glossary, told, spoken));
  if (typeof node === "string") return spoken ? glossary.gloss(node, told) : node;
  if (!node?.props?.children) return node;
  const { className, children, "data-passage": opens } = node.props;
  const within = glossed(children, glossary, opens ? new Set() : told, spoken || SPOKEN.includes(className));
  return { ...node, props: { ...node.props, children: within } };
}

// The plain words are fetched only where the atlas has any.
export async function voices({ answers, ...page }, pages) {
  if (!answers.plain) return pages;
  const { fetchPlain } = await import("../plain-text/plain-text.js");
  const { glossary } = await fetchPlain({ answers, ...page });
  return { ...pages, [PLAIN]: glossed(pages[PLAIN], glossary, new Set(), false) };
}
