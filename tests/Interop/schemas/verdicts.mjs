// Says for each document whether ajv accepts it, by the official Open Badges 3.0 schemas and by the service's own.
//
//   node verdicts.mjs <folder of the official schemas> < documents > verdicts
//
// A document is a line {"schema": "profile", "document": …}; a verdict is a line of two digits, official first, 1 for
// accepted.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import addFormats from 'ajv-formats';
import { Ajv2019 } from 'ajv/dist/2019.js';

const official = process.argv[2];
const own = new URL('../../../schemas/openbadges3/', import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const compiler = () => addFormats.default(new Ajv2019({ strict: false }));

const ownCompiler = compiler().addSchema(read(new URL('definitions.json', own)), 'definitions.json');
const validators = {
  achievementcredential: [officialValidator('achievementcredential'), ownValidator('achievement-credential.json')],
  endorsementcredential: [officialValidator('endorsementcredential'), ownValidator('endorsement-credential.json')],
  profile: [officialValidator('profile'), ownValidator('profile.json')],
};

function officialValidator(name) {
  return compiler().compile(read(`${official}/ghpages_${name}.json`));
}

function ownValidator(file) {
  return ownCompiler.compile(read(new URL(file, own)));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { schema, document } = JSON.parse(line);
  console.log(validators[schema].map((accepts) => (accepts(document) ? 1 : 0)).join(''));
}
