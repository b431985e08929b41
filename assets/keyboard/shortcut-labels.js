// The words of the keys, fetched when they are first needed.
let fetched = null;

export function fetchWords({ answers }) {
  fetched ??= fetch(answers.keys)
    .then((response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    })
    .then(({ words }) => words)
    .catch((error) => {
      fetched = null;
      throw error;
    });
  return fetched;
}
