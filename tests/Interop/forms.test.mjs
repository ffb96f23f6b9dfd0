import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import bakery from 'openbadges-bakery';
import * as jose from 'jose';
import { bakedInto, textIn } from './baked.mjs';
import { changedInOneLeaf } from './leaves.mjs';
import { openBadgesSchema } from './offline.mjs';
import { schemaErrors } from './schema.mjs';
import { absent, service } from './service.mjs';
import { ecdsaRefusal, verifiers } from './verifiers.mjs';

const issued = ['ob3', 'ob3-ecdsa', 'ob3-jwt', 'ob3-jwt-es256', 'ob2', 'ob2-jwt'];

describe('One award in every form of Open Badge', { skip: absent }, () => {
  let award, keySet;
  const form = name => service.form(award, name);

  before(async () => {
    award = await service.award(issued);
    keySet = jose.createRemoteJWKSet(new URL('/.well-known/jwks.json', service.url));
  });

  for (const [name, refusal] of verifiers) {
    test(`ob3 is accepted by ${name}`, async () => {
      assert.equal(await refusal(JSON.parse(await form('ob3'))), undefined);
    });
  }

  test('ob3-ecdsa is accepted by @digitalbazaar/ecdsa-rdfc-2019-cryptosuite', async () => {
    assert.equal(await ecdsaRefusal(JSON.parse(await form('ob3-ecdsa'))), undefined);
  });

  test('ob3-ecdsa is refused by it with any one leaf changed', async () => {
    const accepted = [];
    for (const { pointer, changed } of changedInOneLeaf(JSON.parse(await form('ob3-ecdsa')))) {
      if (!await ecdsaRefusal(changed)) accepted.push(pointer);
    }
    assert.deepEqual(accepted, []);
  });

  test('ob3-ecdsa is valid to the service', async () => {
    assert.equal((await service.report(JSON.parse(await form('ob3-ecdsa')))).outcome, 'valid');
  });

  for (const [name, alg] of [['ob3-jwt', 'RS256'], ['ob3-jwt-es256', 'ES256']]) {
    test(`${name} is accepted by jose through the served key set`, async () => {
      const { payload, protectedHeader } = await jose.jwtVerify(await form(name), keySet, { algorithms: [alg] });
      assert.deepEqual(Object.keys(protectedHeader).sort(), ['alg', 'kid', 'typ']);
      assert.equal(protectedHeader.typ, 'JWT');
      assert.equal(payload.iss, payload.issuer.id);
      assert.equal(payload.jti, payload.id);
      assert.equal(payload.sub, payload.credentialSubject.id);
      assert.equal(payload.nbf, Date.parse(payload.validFrom) / 1000);
      assert.equal(payload.exp, payload.validUntil && Date.parse(payload.validUntil) / 1000);
    });

    test(`${name} names a key that its issuer answers for`, async () => {
      const { kid } = jose.decodeProtectedHeader(await form(name));
      const { keys } = await (await fetch(`${service.url}/.well-known/jwks.json`)).json();
      assert.equal(keys.find(key => key.kid === kid).iss, jose.decodeJwt(await form(name)).iss);
    });

    test(`${name} is refused by jose with any one leaf of its payload changed`, async () => {
      const [header, payload, signature] = (await form(name)).split('.');
      for (const { changed } of changedInOneLeaf(JSON.parse(Buffer.from(payload, 'base64url')))) {
        const forged = [header, jose.base64url.encode(JSON.stringify(changed)), signature].join('.');
        await assert.rejects(jose.compactVerify(forged, keySet), jose.errors.JWSSignatureVerificationFailed);
      }
    });

    test(`${name} has a payload that is valid by the official Open Badges 3.0 JSON Schema`,
      { skip: !openBadgesSchema && '../shared/vectors is not here' },
      async () => assert.deepEqual(schemaErrors(jose.decodeJwt(await form(name))), []));
  }

  test('ob2 is at the address that it names, with its badge class, issuer and key', async () => {
    const assertion = JSON.parse(await form('ob2'));
    assert.deepEqual(await (await fetch(assertion.id)).json(), assertion);
    const badgeClass = await (await fetch(assertion.badge)).json();
    assert.equal(badgeClass.id, assertion.badge);
    const issuer = await (await fetch(badgeClass.issuer)).json();
    assert.equal(issuer.id, badgeClass.issuer);
    assert.equal((await fetch(badgeClass.image.id ?? badgeClass.image)).status, 200);
    assert.equal((await fetch(issuer.revocationList)).status, 200);
  });

  test('ob2-jwt is accepted by jose with the key that its issuer publishes', async () => {
    const signed = await form('ob2-jwt');
    const { verification, badge } = JSON.parse(Buffer.from(signed.split('.')[1], 'base64url'));
    const key = await (await fetch(verification.creator)).json();
    await jose.compactVerify(signed, await jose.importSPKI(key.publicKeyPem, 'RS256'), { algorithms: ['RS256'] });
    const { issuer } = await (await fetch(badge)).json();
    assert.equal(key.owner, issuer);
    assert.ok([(await (await fetch(issuer)).json()).publicKey].flat().includes(key.id));
  });

  test('ob3-png is read by png-itxt: the signed document, byte for byte', async () => {
    assert.equal(await textIn(await service.bytes(award, 'ob3-png'), 'openbadgecredential'), await form('ob3'));
  });

  test('ob2-png is read by openbadges-bakery: the assertion, byte for byte', async () => {
    const extracted = await new Promise(async (resolve, reject) =>
      bakery.extract(await service.bytes(award, 'ob2-png'), (error, text) => error ? reject(error) : resolve(text)));
    assert.equal(extracted, await form('ob2'));
  });

  test('ob3-svg holds the signed document, byte for byte', async () => {
    assert.equal(bakedInto((await service.bytes(award, 'ob3-svg')).toString()), await form('ob3'));
  });
});
