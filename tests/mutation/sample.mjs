// A Stryker plugin that tests a sample: SAMPLE mutants, drawn with SEED. The others count as not valid.
import { createHash } from "node:crypto";

const { SEED = "0", SAMPLE = "60" } = process.env;

/** The order in which mutants are drawn: the same on every machine, and for each mutant independent of the others. */
function rank({ fileName, location, mutatorName, replacement }) {
  const file = fileName.replaceAll("\\", "/").replace(/^.*\/assets\//, "assets/");
  const identity = JSON.stringify([SEED, file, location, mutatorName, replacement]);
  return createHash("sha256").update(identity).digest("hex");
}

class Sample {
  async init() {}

  /** Stryker hands over all mutants at once; one group, as `check` needs all of them too. */
  async group(mutants) {
    return [mutants.map((mutant) => mutant.id)];
  }

  async check(mutants) {
    const drawn = mutants.map((mutant) => [rank(mutant), mutant.id]).sort(([a], [b]) => (a < b ? -1 : 1));
    const chosen = new Set(drawn.slice(0, Number(SAMPLE)).map(([, id]) => id));
    return Object.fromEntries(
      mutants.map(({ id }) => [
        id,
        chosen.has(id) ? { status: "passed" } : { status: "compileError", reason: "not in the sample" },
      ]),
    );
  }
}

export const strykerPlugins = [{ kind: "Checker", name: "sample", injectableClass: Sample }];
