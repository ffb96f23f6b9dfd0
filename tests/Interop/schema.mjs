// The official Open Badges 3.0 JSON Schema of a credential, by ajv.
import addFormats from 'ajv-formats';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { openBadgesSchema } from './offline.mjs';

const ajv = addFormats.default(new Ajv2019({ allErrors: true, strict: false }));
const validate = openBadgesSchema && ajv.compile(openBadgesSchema);

export function schemaErrors(credential) {
  return validate(credential) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}
