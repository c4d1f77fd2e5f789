/**
 * `npm ci`, skipped when node_modules already stands for this package-lock.json and this Node: a rebuild costs nothing.
 * The mark is written last, so an install that broke off is done again.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const mark = join(web, 'node_modules/.airshed-installed');
const state = createHash('sha256')
  .update(readFileSync(join(web, 'package-lock.json')))
  .update(process.version)
  .digest('hex');

if (existsSync(mark) && readFileSync(mark, 'utf8') === state) {
  console.log('npm ci: node_modules is in step with package-lock.json');
} else {
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: web, stdio: 'inherit' });
  if (done.error) throw new Error(`npm could not be started: ${done.error.message}`);
  if (done.status !== 0) process.exit(done.status ?? 1);
  writeFileSync(mark, state);
}
