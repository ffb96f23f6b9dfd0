// Imported first. verifier-core fetches the Open Badges schema from its publisher by itself: here it gets the
// published file from the folder of vectors. Nothing leaves this machine.
import { readFile } from 'node:fs/promises';

const schemaUrl = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const schemaFile = new URL(
  '../../../shared/vectors/open-badges/schemas/ghpages_achievementcredential.json', import.meta.url);
const fetchFromNetwork = globalThis.fetch;
const onLoopback = new Map();

export const openBadgesSchema = await readFile(schemaFile, 'utf8').then(JSON.parse, () => undefined);

// What a service says its public address is, it answers on loopback.
export function answerFrom(publicUrl, loopbackUrl) {
  onLoopback.set(new URL(publicUrl).origin, loopbackUrl);
}

globalThis.fetch = async (resource, options) => {
  const url = new URL(resource.url ?? resource);
  if (url.href === schemaUrl && openBadgesSchema) return Response.json(openBadgesSchema);
  if (onLoopback.has(url.origin)) return fetchFromNetwork(onLoopback.get(url.origin) + url.pathname);
  if (url.hostname === '127.0.0.1') return fetchFromNetwork(resource, options);
  throw new TypeError(`These tests do not fetch ${url.href}`);
};
