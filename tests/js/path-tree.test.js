import { describe, expect, test } from "vitest";
import { pathTree, treeOf } from "../../assets/panel/path-tree.js";

/**
 * A payload with a node for each name: roots are in capitals, targets begin with "m", "a.b" is a stretch of the nerve "a".
 * @param {string} edges  such as "A-trunk trunk-a"
 */
function limb(edges) {
  const pairs = edges.split(" ").map((edge) => edge.split("-"));
  const stretches = [...new Set(pairs.flat())];
  const nerves = [...new Set(stretches.filter((id) => id.includes(".")).map((id) => id.split(".")[0]))];
  const ids = [...stretches, ...nerves.filter((nerve) => !stretches.includes(nerve))];
  const at = (id) => ids.indexOf(id);
  const kindOf = (id) =>
    /^[A-Z]$/.test(id) ? "root" : id.startsWith("m") ? "muscle" : nerves.includes(id) ? "nerve" : "segment";
  const payload = {
    ids,
    names: ids,
    kinds: ids.map(kindOf),
    edges: pairs.map(([a, b]) => [at(a), at(b)]),
    nerve_of: Object.fromEntries(
      stretches.filter((id) => id.includes(".")).map((id) => [at(id), at(id.split(".")[0])]),
    ),
    whole: Object.fromEntries(
      nerves.map((nerve) => [at(nerve), stretches.filter((id) => id.startsWith(`${nerve}.`)).map(at)]),
    ),
    words: { "panel.tree.one": "1 more", "panel.tree.many": "{n} more" },
  };
  const pathwayOf = (id) => ({ id, at: at(id), edges: payload.edges.map((_, n) => n) });
  return { payload, pathwayOf, at };
}

/** A line as text: "a>b(c)(d)" is a, then b, from which c and d branch off. */
const written = (payload, { nodes, branches }) =>
  nodes.map((at) => payload.ids[at]).join(">") + branches.map((branch) => `(${written(payload, branch)})`).join("");

function treeText(edges, id) {
  const { payload, pathwayOf } = limb(edges);
  const tree = treeOf(payload, pathwayOf(id));
  return tree && `${tree.roots.map((at) => payload.ids[at]).join("+")}:${written(payload, tree)}`;
}

describe("the tree of a pathway", () => {
  test("has each branch once, and no targets but the selected one", () => {
    expect(treeText("A-x x-y x-z z-m1 z-m2", "A")).toBe("A:x(y)(z)");
    expect(treeText("A-x x-y x-z z-m1 z-m2", "m1")).toBe("A:x(y)(z>m1)");
  });

  test("begins with all roots", () => {
    expect(treeText("A-x B-x x-y", "y")).toBe("A+B:x>y");
    expect(treeText("A-x B-z", "A")).toBe("A+B:(x)(z)");
  });

  test("branches a node off the last of those before it", () => {
    expect(treeText("A-plexus A-trunk trunk-plexus plexus-y", "A")).toBe("A:trunk>plexus>y");
  });

  test("shows the stretches of a nerve as one node", () => {
    expect(treeText("A-n.top n.top-n.end n.end-y", "A")).toBe("A:n>y");
    expect(treeText("A-n.top n.top-n.end n.end-y", "n")).toBe("A:n>y");
    expect(treeText("A-n.top n.top-n.end n.end-y", "n.end")).toBe("A:n.end>y");
  });

  test("is empty if nothing leads there", () => {
    const { payload } = limb("A-x");
    expect(treeOf(payload, { at: 0, edges: [] })).toBeNull();
    expect(pathTree(payload, { at: 0, edges: [] }, "")).toEqual([]);
  });
});

describe("the list of a tree", () => {
  const wide = ["A-x", ..."abcdefgh".split("").flatMap((one) => [`x-${one}`, `${one}-${one}1`, `${one}-${one}2`])];
  const drawn = (id) => {
    const { payload, pathwayOf } = limb(wide.join(" "));
    return JSON.stringify(pathTree(payload, pathwayOf(id), "what it shows"));
  };
  const foldsIn = (text) => text.split('"Details"').length - 1;

  test("folds the branches of each branch of a long tree", () => {
    expect(foldsIn(drawn("A"))).toBe(8);
    expect(drawn("A")).toContain('"aria-label":"2 more"');
  });

  test("keeps what is selected unfolded", () => {
    expect(foldsIn(drawn("c2"))).toBe(7);
    expect(drawn("c2")).toMatch(/"children":"c2","data-node":"c2"[^}]*"aria-current":"step"/);
  });

  test("does not fold a short tree", () => {
    const { payload, pathwayOf } = limb("A-x x-y x-z y-p y-q");
    expect(foldsIn(JSON.stringify(pathTree(payload, pathwayOf("A"), "")))).toBe(0);
  });
});
