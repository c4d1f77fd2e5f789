import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../src/frame/tokens.css'), 'utf8');

function tokens(...selectors: string[]): Record<string, string> {
  const blocks = [...css.matchAll(/([^{}]+)\{([^}]*)\}/g)].filter(([, head]) => selectors.some((selector) => head?.includes(selector)));
  return Object.fromEntries(blocks.flatMap(([, , body]) => [...(body ?? '').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((pair) => [pair[1], pair[2]])));
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const TEXT_ON: [string, string][] = [
  ['--ink', '--page'], ['--ink', '--surface'], ['--ink', '--accent-bg'], ['--ink', '--land-2'], ['--ink-2', '--page'], ['--ink-2', '--surface'],
  ['--ink-2', '--accent-bg'], ['--ink-2', '--warn-bg'], ['--muted', '--page'], ['--muted', '--surface'], ['--muted', '--accent-bg'], ['--accent', '--page'],
  ['--accent', '--surface'], ['--accent', '--accent-bg'], ['--on-accent', '--accent'], ['--warn', '--surface'], ['--warn', '--page'],
  ['--warn', '--accent-bg'], ['--note', '--note-bg'],
];

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  const token = tokens(`data-theme='${theme}'`);

  it.each(TEXT_ON)('%s on %s reads at WCAG AA', (text, ground) => {
    expect(contrast(token[text] ?? '', token[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it('fields and limits stand out from the ground at 3 to 1', () => {
    for (const ground of ['--surface', '--page']) expect(contrast(token['--field'] ?? '', token[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

describe.each([['standard', ':root'], ['clear', "data-palette='clear'"]])('the %s palette', (_, selector) => {
  const token = tokens(selector);
  const level = (at: number) => token[`--aqi-${at}`] ?? '';

  it('carries the figure of every level at WCAG AA', () => {
    for (let at = 1; at <= 6; at++) expect(contrast(level(at), token[`--aqi-${at}-ink`] ?? ''), `level ${at}`).toBeGreaterThanOrEqual(4.5);
  });
});

it('the clear palette grows darker with every level, so that no hue is needed to read it', () => {
  const token = tokens("data-palette='clear'");
  const lights = [1, 2, 3, 4, 5, 6].map((at) => luminance(token[`--aqi-${at}`] ?? ''));
  for (let at = 1; at < 6; at++) expect(lights[at] ?? 1).toBeLessThan((lights[at - 1] ?? 0) * 0.85);
});
