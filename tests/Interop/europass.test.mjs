// A European Digital Credential of the running service, judged by the official shapes and by jose.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { before, describe, test } from 'node:test';
import * as jose from 'jose';
import { absent, service } from './service.mjs';

const vectors = fileURLToPath(new URL('../../../shared/vectors/europass', import.meta.url));
const crit = { sigT: true, adoTst: true };

describe('The demo achievement as a European Digital Credential', { skip: absent }, () => {
  let sealed;
  before(async () => {
    sealed = JSON.parse(await service.form(await service.award(['ob3', 'europass']), 'europass'));
  });

  const copy = () => structuredClone(sealed);
  const header = ({ signatures: [{ protected: text }] }) => JSON.parse(Buffer.from(text, 'base64url'));
  const verify = document => jose.generalVerify(document, new X509Certificate(Buffer.from(header(sealed).x5c[0], 'base64')).publicKey, { crit, algorithms: ['RS256'] });

  test('conforms to the official shapes 1.1.0 and 1.2.0', async () => {
    const verdict = await verdictOn(JSON.parse(sealed.payload));
    assert.deepEqual([verdict['1.1.0'], verdict['1.2.0']], [[], []]);
  });

  test('does not without the name of the body that awards', async () => {
    const changed = JSON.parse(sealed.payload);
    delete changed.issuer.legalName;
    const verdict = await verdictOn(changed);
    assert.notDeepEqual(verdict['1.1.0'], []);
    assert.notDeepEqual(verdict['1.2.0'], []);
  });

  test('is accepted by jose, with the payload byte for byte', async () => {
    const { payload } = await verify(sealed);
    assert.equal(Buffer.from(payload).toString(), sealed.payload);
    assert.deepEqual(Object.keys(header(sealed)), ['alg', 'cty', 'kid', 'x5t#S256', 'x5c', 'typ', 'b64', 'sigT', 'crit']);
  });

  for (const [part, change] of [
    ['payload', document => { document.payload = document.payload.replace('Ioana', 'Joana'); }],
    ['protected header', document => { document.signatures[0].protected = jose.base64url.encode(JSON.stringify({ ...header(document), sigT: '2020-01-01T00:00:00Z' })); }],
    ['signature', document => { document.signatures[0].signature = flip(document.signatures[0].signature); }],
  ]) {
    test(`is refused by jose with another ${part}`, async () => {
      const changed = copy();
      change(changed);
      assert.notDeepEqual(changed, sealed);
      await assert.rejects(verify(changed));
    });
  }
});

function flip(text) {
  const octets = Buffer.from(text, 'base64url');
  octets[octets.length >> 1] ^= 1;
  return octets.toString('base64url');
}

async function verdictOn(document) {
  const script = spawn(process.execPath, [fileURLToPath(new URL('schemas/edc-verdicts.mjs', import.meta.url)), vectors], { stdio: ['pipe', 'pipe', 'inherit'] });
  script.stdin.end(`${JSON.stringify(document)}\n`);
  let answer = '';
  script.stdout.on('data', data => { answer += data; });
  await once(script, 'close');
  return JSON.parse(answer);
}
