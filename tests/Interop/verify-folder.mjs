// `node verify-folder.mjs FOLDER [NAME…]`: independent implementations verify every document of a folder; @digitalbazaar/vc where none is named.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifiers } from './verifiers.mjs';

const [folder, ...named] = process.argv.slice(2);
for (const verifier of named.length ? named : ['@digitalbazaar/vc']) {
  const refusal = verifiers.get(verifier);
  let verified = 0;
  let refused = 0;
  for (const name of await readdir(folder)) {
    const reason = await refusal(JSON.parse(await readFile(join(folder, name), 'utf8')));
    if (reason === undefined) verified++;
    else if (++refused <= 5) console.log(`  ${name}: ${reason}`);
  }
  console.log(`  verified by ${verifier}: ${verified}, refused: ${refused}`);
  if (refused || !verified) process.exitCode = 1;
}
