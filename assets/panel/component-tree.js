// Component trees of the panel, drawn as one Dash component. Dash tracks each component that it draws itself, which
// costs about half a millisecond each; with several hundred the panel would lag behind the click.

/** A tree as React elements. */
function toReact(node, key) {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map(toReact);
  const { children, ...props } = node.props;
  const inner = children === undefined || children === null ? [] : [].concat(children).map(toReact);
  return window.React.createElement(node.type.toLowerCase(), { key, ...props }, ...inner);
}

/** The Dash component that draws a tree; assets/dash/components.js registers it. */
export const Tree = ({ tree }) => toReact(tree);

/**
 * A tree as a Dash component.
 * @param {Tree} tree
 */
export const asTree = (tree) => ({ namespace: "nerve_atlas", type: "Tree", props: { tree } });

/**
 * An HTML component.
 * @param {string} type  name of the tag, with a capital
 * @param {Component["props"]} props
 * @returns {Component}
 */
export const part = (type, props) => ({ namespace: "dash_html_components", type, props });
