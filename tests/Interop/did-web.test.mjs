import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { answerFrom } from './offline.mjs';
import { Service } from './service.mjs';
import { verifiers } from './verifiers.mjs';

// As in production: an https address, so the issuer is a did:web that verifiers look up there.
const publicUrl = 'https://credentials.promote.example';
const program = process.env.PROMOTE_TEST_SERVER;

describe('A credential of a did:web issuer', { skip: !program && 'PROMOTE_TEST_SERVER is not set: run ./tests/run' }, () => {
  let data, server, credential;

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'promote-did-web-'));
    const url = `http://127.0.0.1:${await freePort()}`;
    const service = new Service(url, 'interoperability-test-key');
    server = spawn('dotnet', [program], {
      cwd: dirname(program),
      stdio: 'ignore',
      env: {
        ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', ASPNETCORE_URLS: url,
        Promote__PublicBaseUrl: publicUrl, Promote__DataDirectory: data,
        Promote__BootstrapApiKey: 'interoperability-test-key',
      },
    });
    answerFrom(publicUrl, url);
    await service.untilReady();
    credential = await service.issue();
  });

  after(async () => {
    server.kill();
    await once(server, 'exit');
    await rm(data, { recursive: true });
  });

  test('names a did:web issuer', () => {
    assert.match(credential.issuer.id, /^did:web:credentials\.promote\.example:issuers:/);
  });

  for (const [name, refusal] of verifiers) {
    test(`is accepted by ${name}`, async () => {
      assert.equal(await refusal(credential), undefined);
    });
  }
});

async function freePort() {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address();
  listener.close();
  return port;
}
