/** Writes src/api/schema.ts, the types of the server's published contract, from api/openapi.json. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { keep } from './keep.mjs';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const contract = JSON.parse(readFileSync(join(web, 'api/openapi.json'), 'utf8'));
const types = astToString(await openapiTS(contract));
keep(join(web, 'src/api/schema.ts'), `// Generated from api/openapi.json by scripts/contract.mjs.\n${types}`);
console.log(`contract routes=${Object.keys(contract.paths).length}`);
