// A whole component tree as one Dash component. Dash keeps watch over each component that it draws itself, which
// costs about half a millisecond each; a panel of several hundred would lag behind the click.
function grown(node, key) {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map(grown);
  const { children, ...props } = node.props;
  const within = children === undefined || children === null ? [] : [].concat(children).map(grown);
  return window.React.createElement(node.type.toLowerCase(), { key, ...props }, ...within);
}

export function offerTree() {
  window.atlas_page = { Tree: ({ tree }) => grown(tree) };
}

export const asTree = (tree) => ({ namespace: "atlas_page", type: "Tree", props: { tree } });

// One component of HTML; its tree may hold others, lists and strings.
export const part = (type, props) => ({ namespace: "dash_html_components", type, props });
