// The running service, as a platform sees it.
import './offline.mjs';

export class Service {
  constructor(url, key) {
    this.url = url;
    this.authorization = { Authorization: `Bearer ${key}` };
  }

  // A new award of the demo achievement, with every member of a request filled.
  async award(formats = ['ob3']) {
    const achievement = await this.#demoAchievement();
    const results = achievement.content.resultDescriptions.map(({ id }) => ({ resultDescription: id, value: '92' }));
    return this.#award(achievement.id, results, formats);
  }

  // The document of a new award of another achievement, whose result is a level of a rubric.
  async issueWithRubric() {
    const { content } = await this.#demoAchievement();
    const level = (id, en, ro) => ({ id, name: { en, ro }, points: String(id.length) });
    content.resultDescriptions = [{
      id: 'calm', name: { en: 'Stays calm', ro: 'Rămâne calm' }, resultType: 'RubricCriterionLevel', outcome: 0, requiredValue: 'alone',
      levels: [level('guided', 'With help', 'Cu ajutor'), level('alone', 'Alone', 'Singur')],
    }];
    content.policy = {};
    const { id } = await this.#post('/api/v1/achievements', content);
    await this.#post(`/api/v1/achievements/${id}/publish`);
    const { links } = await this.#award(id, [{ resultDescription: 'calm', value: 'alone' }], ['ob3']);
    return this.#answer(`${new URL(links.credential).pathname}?format=ob3`);
  }

  async #demoAchievement() {
    const { items } = await this.#answer('/api/v1/achievements', { headers: this.authorization });
    return items.at(-1);
  }

  async #post(path, body) {
    return this.#answer(path, {
      method: 'POST',
      headers: { ...this.authorization, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
  }

  async #award(achievement, results, formats) {
    return this.#answer('/api/v1/awards', {
      method: 'POST',
      headers: { ...this.authorization, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({
        achievement,
        learner: {
          givenName: 'Ioana', familyName: 'Țepeș-Müller', email: 'ioana@prison.example', identifier: 'learner-17',
          language: 'en',
        },
        awardedOn: '2026-03-20',
        activity: { from: '2026-01-10', to: '2026-03-15' },
        results,
        evidence: [{ name: 'Case file', url: 'https://evidence.example/17', narrative: 'Two interviews, assessed.' }],
        narrative: 'Led both interviews alone.',
        formats,
      }),
    });
  }

  // What the holder downloads, as bytes or as text.
  async bytes(award, format) {
    const response = await fetch(`${award.links.credential}?format=${format}`);
    const body = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${format}: ${response.status} ${body}`);
    return body;
  }

  async form(award, format) {
    return (await this.bytes(award, format)).toString();
  }

  // What becomes of an award afterwards: revoke, suspend, reinstate.
  async change(award, operation) {
    return this.#post(`/api/v1/awards/${award.id}/${operation}`, { reason: 'An interoperability test' });
  }

  // The document of a new award.
  async issue() {
    const { links } = await this.award();
    return this.#answer(`${new URL(links.credential).pathname}?format=ob3`);
  }

  // The service's report on any credential. What it cannot even read as one (400, 422) is invalid.
  async report(credential) {
    const response = await fetch(`${this.url}/api/v1/verify`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(credential),
    });
    const body = await response.json();
    if (response.ok) return body;
    if (response.status === 400 || response.status === 422) return { outcome: 'invalid', checks: [], problem: body };
    throw new Error(`${response.status} ${JSON.stringify(body)}`);
  }

  async untilReady() {
    for (let attempt = 0; attempt < 480; attempt++) {
      if (await fetch(`${this.url}/readyz`).then(response => response.ok, () => false)) return;
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    throw new Error(`${this.url}/readyz was not ready within two minutes`);
  }

  async #answer(path, options) {
    const response = await fetch(new URL(path, this.url), options);
    const body = await response.text();
    if (!response.ok) throw new Error(`${options?.method ?? 'GET'} ${path}: ${response.status} ${body}`);
    return JSON.parse(body);
  }
}

// tests/run starts one and says where it is.
const { PROMOTE_URL, PROMOTE_API_KEY } = process.env;
export const absent = PROMOTE_URL && PROMOTE_API_KEY ? false : 'PROMOTE_URL and PROMOTE_API_KEY are not set: run ./tests/run';
export const service = new Service(PROMOTE_URL, PROMOTE_API_KEY);
if (!absent) await service.untilReady();
