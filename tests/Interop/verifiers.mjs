// The independent implementations, each as (credential) => why it refuses, or undefined when it accepts.
import { openBadgesSchema } from './offline.mjs';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as digitalBazaar from '@digitalbazaar/vc';
import { securityLoader } from '@digitalcredentials/security-document-loader';
import * as digitalCredentials from '@digitalcredentials/vc';
import { checkStatus } from '@digitalcredentials/vc-bitstring-status-list';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { loadDocument, statusList } from './documents.mjs';

const eddsa = new DataIntegrityProof({ cryptosuite });
const theirDocuments = securityLoader().build();

const loadWithTheirContexts = async url => {
  const document = await statusList(url);
  return document ? { contextUrl: null, documentUrl: url, document } : theirDocuments(url);
};

// Whatever the credential is signed with, its status list is signed with Ed25519.
const verify = (library, documentLoader, suite = eddsa, verifyMatchingIssuers = true) => async credential => {
  const { verified, error } = await library.verifyCredential({
    credential, suite, documentLoader,
    checkStatus: ({ credential }) => checkStatus({ credential, documentLoader, suite: eddsa, verifyMatchingIssuers }),
  });
  return verified ? undefined : String(error?.errors?.[0] ?? error ?? 'not verified');
};

async function verifierCore(credential) {
  // It changes what it is given.
  const { errors, log, additionalInformation } = await verifyCredential({
    credential: structuredClone(credential), knownDIDRegistries: [],
  });
  if (errors) return errors[0].message;
  const failed = log.find(step => step.valid !== true && step.id !== 'registered_issuer');
  if (failed) return failed.id;
  const schema = additionalInformation.find(entry => entry.id === 'schema_check').results;
  const invalid = Array.isArray(schema) ? schema.find(({ result }) => !result.valid) : openBadgesSchema && { schema };
  return invalid && `schema: ${JSON.stringify(invalid)}`;
}

export const verifiers = new Map([
  ['@digitalbazaar/vc', verify(digitalBazaar, loadDocument)],
  ['@digitalcredentials/vc', verify(digitalCredentials, loadWithTheirContexts)],
  ['@digitalcredentials/verifier-core', verifierCore],
]);

// The other packages' loaders know no P-256 did:key, so this suite runs with ours alone. Without https an issuer is the did:key of
// each of its keys, so the list's is another one than the credential's.
export const ecdsaRefusal = verify(digitalBazaar, loadDocument, new DataIntegrityProof({ cryptosuite: ecdsaRdfc2019 }), false);
