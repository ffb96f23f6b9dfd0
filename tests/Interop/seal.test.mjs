// Seals that the tests of the libraries left in the folder of artifacts, and official ones, judged by jose (RFC 7515, RFC 7797).
// jose knows nothing of JAdES: it verifies payload and protected header, and never looks at the unprotected etsiU.
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import * as jose from 'jose';

const artifacts = process.env.PROMOTE_TEST_ARTIFACTS;
const samples = new URL('../../../shared/vectors/europass/samples/', import.meta.url);
const crit = { sigT: true, adoTst: true };

const documents = [
  ['An RSA seal of ours', artifacts && join(artifacts, 'seals', 'seal-key.json'), 'RS256'],
  ['A P-256 seal of ours', artifacts && join(artifacts, 'seals', 'seal-p256-key.json'), 'ES256'],
  ['The official certificate of participation', new URL('Sample-CertOfPart-signed.jsonld', samples), 'RS256'],
  ['The official micro-credential', new URL('Sample-MC-Annex1-signed.jsonld', samples), 'RS256'],
];

for (const [name, file, alg] of documents) {
  const text = file && await readFile(file, 'utf8').catch(() => undefined);
  const skip = !text && (artifacts ? `${file} is not here` : 'PROMOTE_TEST_ARTIFACTS is not set: run ./tests/run');

  describe(name, { skip }, () => {
    const seal = () => JSON.parse(text);
    const header = document => JSON.parse(Buffer.from(document.signatures[0].protected, 'base64url'));

    const verify = async document => {
      const leaf = new X509Certificate(Buffer.from(header(seal()).x5c[0], 'base64'));
      return jose.generalVerify(document, leaf.publicKey, { crit, algorithms: [alg] });
    };
    const refused = async change => {
      const changed = seal();
      change(changed);
      assert.notDeepEqual(changed, seal());
      await assert.rejects(verify(changed));
    };

    test('is accepted by jose, with the payload byte for byte', async () => {
      const { payload, protectedHeader } = await verify(seal());
      assert.equal(Buffer.from(payload).toString(), seal().payload);
      assert.equal(protectedHeader.b64, false);
      assert.equal(protectedHeader.alg, alg);
    });

    test('is refused by a jose that was not told of sigT', async () => {
      const leaf = new X509Certificate(Buffer.from(header(seal()).x5c[0], 'base64'));
      await assert.rejects(jose.generalVerify(seal(), leaf.publicKey));
    });

    test('is refused with one byte of the payload changed', () =>
      refused(changed => { changed.payload = flip(changed.payload, changed.payload.length >> 1); }));

    test('is refused with one byte of the protected header changed', () =>
      refused(changed => {
        const json = Buffer.from(changed.signatures[0].protected, 'base64url').toString();
        const time = json.indexOf('"sigT":"20') + 10;
        changed.signatures[0].protected = jose.base64url.encode(flip(json, time));
      }));

    test('is refused with one byte of the signature changed', () =>
      refused(changed => {
        const octets = Buffer.from(changed.signatures[0].signature, 'base64url');
        octets[octets.length >> 1] ^= 1;
        changed.signatures[0].signature = octets.toString('base64url');
      }));
  });
}

function flip(text, place) {
  return text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ 1) + text.slice(place + 1);
}
