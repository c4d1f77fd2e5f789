import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes a generated file only when it says something new, so that what depends on it is not built again. */
export function keep(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
}
