// Says of European Digital Credentials what jsonld.js reads in them and what rdf-validate-shacl finds wrong by the
// official shapes, each version with the context of its time.
//
//   node edc-verdicts.mjs <folder of Europass vectors> < documents > verdicts
//
// A document is a line of JSON, a verdict one too: {"nquads": digest of the canonical N-Quads, "1.1.0": […], "1.2.0": […]},
// the digest by the newest context,
// where a violation is "focus node, path, parameter" and every blank node is "_:".
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import Validator from 'rdf-validate-shacl';

const folder = process.argv[2];
const read = (path) => readFileSync(`${folder}/${path}`, 'utf8');
const sh = 'http://www.w3.org/ns/shacl#';
const owlImports = 'http://www.w3.org/2002/07/owl#imports';

const credentials = JSON.parse(read('context/w3c-credentials-v1.jsonld'));
const versions = { '1.1.0': version('1.1.0', '3.1'), '1.2.0': version('1.2.0', '3.2') };

function version(shapes, context) {
  const quads = ['EDC-generic-no-cv', 'EDC-generic-full']
    .flatMap((file) => new Parser({ blankNodePrefix: `_:${file}` }).parse(read(`shapes/${shapes}/${file}.ttl`)))
    .filter((quad) => quad.predicate.value !== owlImports);
  // maxNodeChecks 0: else a node that is checked more than fifty times counts as right from then on.
  return { validator: new Validator(new Store(quads), { maxNodeChecks: 0 }), documentLoader: loader(JSON.parse(read(`context/edc-ap-context-${context}.jsonld`))) };
}

function loader(profile) {
  const documents = { 'https://www.w3.org/2018/credentials/v1': credentials, 'http://data.europa.eu/snb/model/context/edc-ap': profile };
  return async (url) => {
    if (!documents[url]) throw new Error(`These tests do not fetch ${url}`);
    return { documentUrl: url, document: documents[url] };
  };
}

async function violations(nquads, { validator }) {
  const { results } = await validator.validate(new Store(new Parser({ format: 'N-Quads' }).parse(nquads)));
  return [...new Set(results.map(({ focusNode, path, sourceConstraintComponent }) =>
    `${name(focusNode)}, ${path ? name(path) : ''}, ${parameter(sourceConstraintComponent.value)}`))].sort();
}

// sh:MinCountConstraintComponent has the parameter sh:minCount.
function parameter(component) {
  const local = component.slice(sh.length).replace('ConstraintComponent', '');
  return local[0].toLowerCase() + local.slice(1);
}

function name({ termType, value }) {
  return termType === 'BlankNode' ? '_:' : value;
}

for await (const line of createInterface({ input: process.stdin })) {
  const document = JSON.parse(line);
  const verdict = {};
  let newest;
  for (const [key, value] of Object.entries(versions)) {
    const nquads = await jsonld.toRDF(document, { documentLoader: value.documentLoader, format: 'application/n-quads' });
    verdict[key] = await violations(nquads, value);
    newest = nquads;
  }
  const canonical = await jsonld.canonize(newest, { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads' });
  verdict.nquads = createHash('sha256').update(canonical).digest('hex');
  console.log(JSON.stringify(verdict));
}
