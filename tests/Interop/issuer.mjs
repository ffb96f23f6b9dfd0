// An issuer that shares no code with the service: a new Ed25519 did:key signs with the npm libraries.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as digitalBazaar from '@digitalbazaar/vc';
import * as digitalCredentials from '@digitalcredentials/vc';
import { loadDocument } from './documents.mjs';

export const issuers = new Map([
  ['@digitalbazaar/vc', sign(digitalBazaar)],
  ['@digitalcredentials/vc', sign(digitalCredentials)],
]);

function sign(library) {
  return async () => {
    const key = await Ed25519Multikey.generate();
    key.controller = `did:key:${key.publicKeyMultibase}`;
    key.id = `${key.controller}#${key.publicKeyMultibase}`;
    const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite });
    const credential = openBadge(key.controller);
    const { proof, ...signed } = await library.issue({ credential, suite, documentLoader: loadDocument });
    return { ...signed, proof: [proof].flat() };
  };
}

function openBadge(issuer) {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:6d3b2a1e-96a3-4b0e-9a52-6a1f3a5f2c11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Motivational interviewing in probation',
    issuer: { id: issuer, type: ['Profile'], name: 'Another academy' },
    validFrom: '2026-03-02T09:00:00Z',
    awardedDate: '2026-03-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:learner',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://academy.example/achievements/motivational-interviewing',
        type: ['Achievement'],
        achievementType: 'MicroCredential',
        name: 'Motivational interviewing in probation',
        description: 'Leads a conversation in which a person finds reasons of their own to change.',
        criteria: { narrative: 'Three recorded conversations, each judged by two assessors.' },
      },
    },
  };
}
