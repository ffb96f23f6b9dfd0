// What a Node verifier usually is: express around verifier-core of the Digital Credentials Consortium. What it fetches from the
// network it gets once and keeps: the schema of Open Badges from a file, status lists from whoever publishes them on loopback.
import { readFile } from 'node:fs/promises';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import express from 'express';

const schemaFile = new URL('../../../../shared/vectors/open-badges/schemas/ghpages_achievementcredential.json', import.meta.url);
const schema = await readFile(schemaFile, 'utf8').catch(() => '{}');
const fetchFromNetwork = globalThis.fetch;
const kept = new Map();

async function keep(url) {
  if (!kept.has(url.href)) kept.set(url.href, url.hostname === '127.0.0.1' ? await (await fetchFromNetwork(url)).text() : schema);
  return kept.get(url.href);
}

globalThis.fetch = async resource => new Response(await keep(new URL(resource.url ?? resource)), { headers: { 'Content-Type': 'application/json' } });

const app = express();
app.use(express.json({ limit: '256kb' }));

app.get('/healthz', (_, response) => response.send('ok'));

app.post('/verify', async ({ body }, response) => {
  const { errors, log } = await verifyCredential({ credential: body, knownDIDRegistries: [] });
  const failed = errors ?? log.filter(step => step.valid !== true && step.id !== 'registered_issuer');
  response.status(failed.length > 0 ? 400 : 200).json({ failed, log });
});

app.listen(Number(process.env.PORT), '127.0.0.1');
