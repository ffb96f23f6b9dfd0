import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { issuers } from './issuer.mjs';
import { changedInOneLeaf } from './leaves.mjs';
import { absent, service } from './service.mjs';
import { verifiers } from './verifiers.mjs';

for (const [name, sign] of issuers) {
  describe(`A credential that ${name} signed with a key of its own`, () => {
    test('is accepted by the service', { skip: absent }, async () => {
      const { outcome, checks } = await service.report(await sign());
      assert.ok(['valid', 'validWithWarnings'].includes(outcome), JSON.stringify({ outcome, checks }, null, 2));
    });

    test('is invalid to the service with any one leaf changed', { skip: absent }, async () => {
      const accepted = [];
      for (const { pointer, changed } of changedInOneLeaf(await sign())) {
        if ((await service.report(changed)).outcome !== 'invalid') accepted.push(pointer);
      }
      assert.deepEqual(accepted, []);
    });

    for (const [verifier, refusal] of verifiers) {
      test(`is accepted by ${verifier}`, async () => {
        assert.equal(await refusal(await sign()), undefined);
      });
    }
  });
}
