import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { absent, service } from './service.mjs';
import { ecdsaRefusal, verifiers } from './verifiers.mjs';

// Each verifier reads the status list that the document names, checks its signature and looks at the bit.
describe('A credential that was suspended, reinstated and revoked', { skip: absent }, () => {
  let award, credential, ecdsa;

  before(async () => {
    award = await service.award(['ob3', 'ob3-ecdsa']);
    [credential, ecdsa] = await Promise.all(['ob3', 'ob3-ecdsa'].map(async form => JSON.parse(await service.form(award, form))));
  });

  for (const [operation, holds] of [['suspend', false], ['reinstate', true], ['revoke', false]]) {
    test(`is ${holds ? 'accepted' : 'refused'} everywhere after ${operation}`, async () => {
      await service.change(award, operation);
      for (const [name, refusal] of verifiers) {
        assert.equal(await refusal(credential) === undefined, holds, name);
      }
      assert.equal(await ecdsaRefusal(ecdsa) === undefined, holds, 'ecdsa');
      assert.equal((await service.report(credential)).outcome, holds ? 'valid' : 'invalid');
    });
  }
});
