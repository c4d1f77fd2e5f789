import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../src');
type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
}

const read = (language: string, file: string): Tree => JSON.parse(readFileSync(join(folder, 'messages', language, file), 'utf8'));
const files = readdirSync(join(folder, 'messages/zh-CN'));
const slots = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(files)('the texts of %s', (file) => {
  const [zh, en] = [leaves(read('zh-CN', file)), leaves(read('en', file))];

  it('have the same keys in both languages', () => {
    expect(en.map(([key]) => key)).toEqual(zh.map(([key]) => key));
  });

  it('fill the same places in both languages', () => {
    for (const [at, [key, text]] of zh.entries()) expect([key, slots(en[at]?.[1] ?? '')]).toEqual([key, slots(text)]);
  });

  it('are written: none is empty, and the English ones hold no Chinese but the name of a field', () => {
    for (const [key, text] of [...zh, ...en]) expect(text.trim(), key).not.toBe('');
    for (const [key, text] of en) expect(text.replace('审图号', ''), key).not.toMatch(/\p{Script=Han}/u);
  });
});

it('every text a page asks for exists', () => {
  const known = new Set(files.flatMap((file) => leaves(read('zh-CN', file)).map(([key]) => key)));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts'));
  const asked = sources.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\bt\('([\w.]+)'/g)].map((match) => match[1]));
  expect(asked.length).toBeGreaterThan(60);
  expect(asked.filter((key) => key && !known.has(key))).toEqual([]);
});

/** Words that only the server says: the causes of exceptional events. */
const SENT = ['dust', 'fire'];

/** A text is asked for by its whole key, or by a template whose parts in braces are one word each; right under a file's root that word must stand in some source too, as else it would stand for every text of the file. */
it('no text is left that no page asks for', () => {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts')).map((name) => readFileSync(join(folder, name), 'utf8'));
  const quoted = new Set(sources.flatMap((source) => [...source.matchAll(/['"`]([\w.-]+)['"`]/g)].map((match) => match[1])));
  const words = new Set(sources.flatMap((source) => [...source.matchAll(/['"`]([\w-]+)['"`]|\b(\w+):/g)].map((match) => match[1] ?? match[2])));
  const templates = sources.flatMap((source) =>
    [...source.matchAll(/`(\w+\.[\w.-]*(?:\$\{[^}]*\}[\w.-]*)+)`/g)].map((match) => {
      const parts = (match[1] ?? '').split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
      return { key: new RegExp(`^${parts.join('([\\w-]+)')}$`), bare: parts.length === 2 && /^\w+\\\.$/.test(parts[0] ?? '') && parts[1] === '' };
    }),
  );
  const asked = (key: string): boolean =>
    quoted.has(key) ||
    templates.some((template) => {
      const word = template.key.exec(key)?.[1];
      return word !== undefined && (!template.bare || words.has(word) || SENT.includes(word));
    });
  const all = files.flatMap((file) => leaves(read('zh-CN', file)).map(([key]) => key));
  expect(all.filter((key) => !asked(key))).toEqual([]);
});
