// Answers a request of contract.py with the page's own modules: node contract.js REQUEST.json
import { readFile } from "node:fs/promises";
import { QuestionBank } from "../../assets/quiz/question-bank.js";
import { Localiser } from "../../assets/reasoning/localise.js";
import { Matrix } from "../../assets/reasoning/matrix.js";
import { StudyPredictions } from "../../assets/reasoning/study-predictions.js";
import { SearchIndex } from "../../assets/search/search-index.js";

const ROUNDS = 3;

function localise({ bundle, studies, nodes, findings }) {
  const places = new Map(nodes.map((id, at) => [id, at]));
  const localiser = new Localiser(new Matrix(bundle), new StudyPredictions(studies, (site) => places.get(site)));
  return findings.map((one) => {
    const { leading: _, ...answer } = localiser.localise(one);
    return answer;
  });
}

/** Milliseconds for each of the findings, the best of three. */
function time({ bundle, findings }) {
  const localiser = new Localiser(new Matrix(bundle));
  const measure = (one) => {
    const start = performance.now();
    localiser.localise(one);
    return performance.now() - start;
  };
  const rounds = Array.from({ length: ROUNDS }, () => findings.map(measure));
  return findings.map((_, at) => Math.min(...rounds.map((round) => round[at])));
}

function search({ bundle, texts }) {
  const index = new SearchIndex(bundle);
  return texts.map((text) => ({
    found: index.search(text).map(({ at, matched, score }) => [at, matched, score]),
    near: index.near(text).map(({ at, matched, score }) => [at, matched, score]),
  }));
}

/** The questions and choices that each run draws. */
function runs({ quiz, nodes, runs: wanted }) {
  const bank = new QuestionBank(quiz, { ids: nodes });
  return wanted.map((run) =>
    bank.run(run).map((id) => [id, bank.questions.get(id).wrong.length ? bank.choices(id, run.seed) : []]),
  );
}

const request = JSON.parse(await readFile(process.argv[2], "utf8"));
process.stdout.write(JSON.stringify({ localise, time, search, runs }[request.kind](request)));
