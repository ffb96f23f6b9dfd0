// The running service, as a platform sees it. tests/run starts it and says where it is.
import './offline.mjs';

const { PROMOTE_URL: url, PROMOTE_API_KEY: key } = process.env;
const authorization = { Authorization: `Bearer ${key}` };

export const absent = url && key ? false : 'PROMOTE_URL and PROMOTE_API_KEY are not set: run ./tests/run';

// The document of a new award of the demo achievement, with every member of a request filled.
export async function issue() {
  await untilReady();
  const { items } = await answer('/api/v1/achievements', { headers: authorization });
  const achievement = items[0];
  const award = await answer('/api/v1/awards', {
    method: 'POST',
    headers: { ...authorization, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({
      achievement: achievement.id,
      learner: {
        givenName: 'Ioana', familyName: 'Țepeș-Müller', email: 'ioana@prison.example', identifier: 'learner-17',
        language: 'en',
      },
      awardedOn: '2026-03-20',
      activity: { from: '2026-01-10', to: '2026-03-15' },
      results: (achievement.resultDescriptions ?? []).map(({ id }) => ({ resultDescription: id, value: '92' })),
      evidence: [{ name: 'Case file', url: 'https://evidence.example/17', narrative: 'Two interviews, assessed.' }],
      narrative: 'Led both interviews alone.',
      formats: ['ob3'],
    }),
  });
  return answer(`${new URL(award.links.credential).pathname}?format=ob3`);
}

// The service's report on any credential; a refusal to read it at all counts as invalid.
export async function report(credential) {
  const response = await fetch(`${url}/api/v1/verify`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credential),
  });
  const body = await response.json();
  if (response.status === 429 || response.status >= 500) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return response.ok ? body : { outcome: 'invalid', checks: [], problem: body };
}

async function answer(path, options) {
  const response = await fetch(new URL(path, url), options);
  const body = await response.text();
  if (!response.ok) throw new Error(`${options?.method ?? 'GET'} ${path}: ${response.status} ${body}`);
  return JSON.parse(body);
}

async function untilReady() {
  for (let attempt = 0; attempt < 120; attempt++) {
    if (await fetch(`${url}/readyz`).then(response => response.ok, () => false)) return;
    await seconds(0.25);
  }
  throw new Error(`${url}/readyz was not ready within 30 seconds`);
}

const seconds = count => new Promise(resolve => setTimeout(resolve, count * 1000));
