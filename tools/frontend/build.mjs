// Builds the page's scripts and styles from assets/ into atlas/web/static/, and those of the Dash components into
// atlas/components/static/.
//
// The page loads classic scripts, because browsers refuse module scripts on file:// addresses, and esbuild cannot split
// such bundles. So there are five bundles sharing one global, `NerveAtlas`:
//
//   main.js      runs at once; registers the modules that the other bundles share with it (`NerveAtlas.modules`)
//   features.js  loaded on demand; registers the features (`NerveAtlas.features`)
//   charts.js    loaded on demand; registers the features that draw with Plotly
//   solid.js     loaded on demand; registers the body in three dimensions, with three.js
//   model.js     loaded on demand; registers the export of that body as a file, with the exporter of three.js
//
// A module that main.js holds is never bundled twice: the other bundles read it from `NerveAtlas.modules`.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const ASSETS = resolve(ROOT, "assets");
const OUT = resolve(ROOT, "atlas/web/static");
const COMPONENTS_OUT = resolve(ROOT, "atlas/components/static");
const entry = (name) => resolve(ASSETS, "entries", `${name}.js`);
const idOf = (path) => relative(ASSETS, path).split(sep).join("/");

// meshoptimizer's decoder in plain JavaScript: the usual one is WebAssembly, which the page's policy forbids. The package
// does not export it.
const ALIAS = { "meshopt-reference-decoder": resolve(ROOT, "node_modules/meshoptimizer/meshopt_decoder_reference.js") };

const SETTINGS = {
  absWorkingDir: ROOT,
  alias: ALIAS,
  bundle: true,
  minify: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};
const SCRIPT = { ...SETTINGS, format: "iife", sourcemap: "linked" };

const ON_DEMAND = ["features", "charts", "solid", "model"];

/** The modules of assets/ that an entry needs, by their path from assets/, each with what it imports. */
async function modulesOf(name) {
  const { metafile } = await build({
    ...SCRIPT,
    entryPoints: [entry(name)],
    write: false,
    metafile: true,
    outdir: OUT,
  });
  const inputs = Object.entries(metafile.inputs).map(([path, { imports }]) => [resolve(ROOT, path), imports]);
  const own = inputs.filter(([path]) => path.startsWith(ASSETS + sep));
  return new Map(own.map(([path, imports]) => [idOf(path), imports.map((found) => idOf(resolve(ROOT, found.path)))]));
}

/** The modules that main.js shares: those that modules of other bundles import, in a fixed order. */
function sharedModules(main, others) {
  const imports = others.flatMap((modules) =>
    [...modules].filter(([id]) => !main.has(id)).flatMap(([, found]) => found),
  );
  return [...new Set(imports)].filter((id) => main.has(id)).sort();
}

/** Resolves modules that another bundle holds to the global in which it registers them. */
const fromMain = (shared) => ({
  name: "from-main",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir, namespace }) => {
      const id = idOf(resolve(resolveDir, path));
      const at = shared.indexOf(id);
      return namespace === "file" && at >= 0 ? { path: id, namespace: "main", pluginData: at } : undefined;
    });
    onLoad({ filter: /.*/, namespace: "main" }, ({ pluginData: at }) => ({
      contents: `module.exports = globalThis.NerveAtlas.modules[${at}];`,
      loader: "js",
    }));
  },
});

/** Adds to main.js the registration of what it shares. */
const registering = (shared) => ({
  name: "register-shared-modules",
  setup({ onLoad }) {
    onLoad({ filter: /entries[/\\]main\.js$/ }, async ({ path }) => {
      const imports = shared.map((id, at) => `import * as shared_${at} from ${JSON.stringify(`../${id}`)};`);
      const register = `globalThis.NerveAtlas.modules = [${shared.map((_, at) => `shared_${at}`).join(", ")}];`;
      return { contents: [await readFile(path, "utf8"), ...imports, register].join("\n"), loader: "js" };
    });
  },
});

async function buildScripts() {
  const [main, features, charts, solid, model] = await Promise.all(["main", ...ON_DEMAND].map(modulesOf));
  // what only these two have in common goes into main.js too; what solid.js or model.js shares with another is a few pure
  // functions, which may exist twice, so that the first view stays light
  for (const [id, imports] of features) if (charts.has(id)) main.set(id, imports);
  const shared = sharedModules(main, [features, charts, solid, model]);
  await Promise.all([
    build({ ...SCRIPT, entryPoints: [entry("main")], plugins: [registering(shared)], outdir: OUT }),
    ...ON_DEMAND.map((name) =>
      build({ ...SCRIPT, entryPoints: [entry(name)], plugins: [fromMain(shared)], outdir: OUT }),
    ),
    build({ ...SCRIPT, entryPoints: [resolve(ASSETS, "offline/file-protocol.js")], outdir: OUT }),
    build({ ...SCRIPT, entryPoints: [entry("scorm")], sourcemap: false, outdir: OUT }),
    build({ ...SCRIPT, entryPoints: [resolve(ASSETS, "offline/service-worker.js")], sourcemap: false, outdir: OUT }),
  ]);
}

/** The style sheets that the page loads on their own, with what needs them; the font is part of type.css. */
const SEPARATE = [
  "handout.css",
  "keyboard.css",
  "mode-article.css",
  "mode-cases.css",
  "mode-drawing.css",
  "mode-editor.css",
  "mode-drills.css",
  "mode-examination.css",
  "mode-maps.css",
  "mode-myotomes.css",
  "mode-quiz.css",
  "mode-sources.css",
  "mode-studies.css",
  "painting.css",
  "paper-sheet.css",
  "paper.css",
  "solid.css",
  "stage.css",
  "story.css",
  "type.css",
];

/** All other style sheets of a folder as one, in the order of their names. */
async function buildStyles() {
  const sheets = (await readdir(resolve(ASSETS, "styles"))).filter((name) => name.endsWith(".css")).sort();
  const contents = sheets.filter((name) => !SEPARATE.includes(name)).map((name) => `@import "./${name}";`);
  const stdin = { contents: contents.join("\n"), resolveDir: resolve(ASSETS, "styles"), loader: "css" };
  await build({ ...SETTINGS, target: "esnext", stdin, outfile: resolve(OUT, "style.css") });
  const entryPoints = SEPARATE.map((name) => resolve(ASSETS, "styles", name));
  await build({ ...SETTINGS, target: "esnext", entryPoints, loader: { ".woff2": "dataurl" }, outdir: OUT });
}

/**
 * The Dash components, for apps of others: a script, which takes React from Dash, another with three.js, which the first
 * loads on demand, and a style sheet.
 */
async function buildComponents() {
  await Promise.all([
    build({ ...SCRIPT, entryPoints: [entry("components")], outdir: COMPONENTS_OUT }),
    build({ ...SCRIPT, entryPoints: { solid: entry("components-solid") }, outdir: COMPONENTS_OUT }),
    build({
      ...SETTINGS,
      target: "esnext",
      entryPoints: [resolve(ASSETS, "components/components.css")],
      outfile: resolve(COMPONENTS_OUT, "figures.css"),
    }),
  ]);
}

/** The licences of the npm packages in the bundles, since minified code carries none. */
async function copyLicences() {
  const { dependencies } = JSON.parse(await readFile(resolve(ROOT, "package.json"), "utf8"));
  const texts = Object.keys(dependencies).map(async (name) => {
    const folder = resolve(ROOT, "node_modules", name);
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`the npm package ${name} has no licence file; its code may not be shipped`);
    return `${name}\n\n${await readFile(resolve(folder, file), "utf8")}`;
  });
  await writeFile(resolve(OUT, "third-party-licences.txt"), (await Promise.all(texts)).join("\n\n"));
}

/** Lists the SHA-256 of each built file in the folder, so that one that was cut off or changed later is found. */
async function writeManifest(folder) {
  const names = (await readdir(folder)).sort();
  const lines = names.map(async (name) => {
    const digest = createHash("sha256").update(await readFile(resolve(folder, name)));
    return `${digest.digest("hex")}  ${name}\n`;
  });
  await writeFile(resolve(folder, "MANIFEST.sha256"), (await Promise.all(lines)).join(""));
}

for (const folder of [OUT, COMPONENTS_OUT]) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}
await Promise.all([
  buildScripts(),
  buildStyles(),
  buildComponents(),
  copyLicences(),
  copyFile(resolve(ASSETS, "icon.svg"), resolve(OUT, "icon.svg")),
]);
await Promise.all([OUT, COMPONENTS_OUT].map(writeManifest));
