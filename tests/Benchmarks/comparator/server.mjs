// What a Node issuer usually is: express around the Digital Bazaar libraries, with a document loader that has
// the contexts at hand. It gets a whole unsigned credential, gives it an id and its own issuer, and signs it.
import { randomUUID } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { securityLoader } from '@digitalcredentials/security-document-loader';
import express from 'express';

const key = await Ed25519Multikey.generate();
const issuerId = `did:key:${key.publicKeyMultibase}`;
key.id = `${issuerId}#${key.publicKeyMultibase}`;
const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite });
const documentLoader = securityLoader().build();

const app = express();
app.use(express.json({ limit: '256kb' }));

app.get('/healthz', (_, response) => response.send('ok'));

app.post('/credentials', async ({ body }, response) => {
  const credential = { ...body, id: `urn:uuid:${randomUUID()}`, issuer: { ...body.issuer, id: issuerId } };
  response.status(201).json(await vc.issue({ credential, suite, documentLoader }));
});

app.listen(Number(process.env.PORT), '127.0.0.1');
