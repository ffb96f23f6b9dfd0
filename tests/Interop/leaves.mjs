// Each way to change one text, number or truth value of a document, as little as possible.
export function* changedInOneLeaf(document) {
  for (const path of leafPaths(document)) {
    const changed = structuredClone(document);
    const parent = path.slice(0, -1).reduce((node, step) => node[step], changed);
    parent[path.at(-1)] = changeLeaf(parent[path.at(-1)]);
    yield { pointer: `/${path.join('/')}`, changed };
  }
}

function* leafPaths(node, path = []) {
  if (node === null) return;
  if (typeof node !== 'object') return yield path;
  for (const key of Object.keys(node)) yield* leafPaths(node[key], [...path, key]);
}

function changeLeaf(value) {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  // Only the last letter or digit, so that instants, URLs and base58 stay well formed.
  const last = /\d(?=Z$)|[0-9A-Za-z](?=[^0-9A-Za-z]*$)/;
  return last.test(value) ? value.replace(last, another) : `${value}x`;
}

function another(character) {
  const [first, second] = /\d/.test(character) ? '12' : /[a-z]/.test(character) ? 'ab' : 'AB';
  return character === first ? second : first;
}
