import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { changedInOneLeaf } from './leaves.mjs';
import { openBadgesSchema } from './offline.mjs';
import { schemaErrors } from './schema.mjs';
import { absent, service } from './service.mjs';
import { verifiers } from './verifiers.mjs';

describe('A credential that the service issued', { skip: absent }, () => {
  let credential;

  before(async () => { credential = await service.issue(); });

  for (const [name, refusal] of verifiers) {
    test(`is accepted by ${name}`, async () => {
      assert.equal(await refusal(credential), undefined);
    });

    test(`is refused by ${name} with any one leaf changed`, async () => {
      const accepted = [];
      for (const { pointer, changed } of changedInOneLeaf(credential)) {
        if (!await refusal(changed)) accepted.push(pointer);
      }
      assert.deepEqual(accepted, []);
    });
  }

  test('is valid to the service', async () => {
    assert.equal((await service.report(credential)).outcome, 'valid');
  });

  test('is invalid to the service with any one leaf changed', async () => {
    const accepted = [];
    for (const { pointer, changed } of changedInOneLeaf(credential)) {
      if ((await service.report(changed)).outcome !== 'invalid') accepted.push(pointer);
    }
    assert.deepEqual(accepted, []);
  });

  test('is valid by the official Open Badges 3.0 JSON Schema',
    { skip: !openBadgesSchema && '../shared/vectors is not here' },
    () => assert.deepEqual(schemaErrors(credential), []));
});

describe('A credential whose result is a level of a rubric', { skip: absent }, () => {
  let credential;

  before(async () => { credential = await service.issueWithRubric(); });

  for (const [name, refusal] of verifiers) {
    test(`is accepted by ${name}`, async () => {
      assert.equal(await refusal(credential), undefined);
    });

    test(`is refused by ${name} with another level`, async () => {
      const changed = structuredClone(credential);
      changed.credentialSubject.result[0].achievedLevel = changed.credentialSubject.achievement.resultDescription[0].rubricCriterionLevel[0].id;
      assert.ok(await refusal(changed));
    });
  }

  test('is valid by the official Open Badges 3.0 JSON Schema',
    { skip: !openBadgesSchema && '../shared/vectors is not here' },
    () => assert.deepEqual(schemaErrors(credential), []));
});
