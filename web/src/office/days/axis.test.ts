import { expect, it } from 'vitest';
import { scaleFor, spread } from './axis';

it('a scale goes up in round steps to just above the highest value', () => {
  expect(scaleFor(186)).toEqual({ step: 50, top: 200 });
  expect(scaleFor(200)).toEqual({ step: 50, top: 200 });
  expect(scaleFor(1.1)).toEqual({ step: 0.5, top: 1.5 });
  expect(scaleFor(9)).toEqual({ step: 2.5, top: 10 });
  expect(scaleFor(0).top).toBeGreaterThan(0);
});

it('names that would cover each other move apart and keep their order', () => {
  const moved = spread([100, 102, 103, 200], 14, 0, 300);
  const sorted = [...moved].sort((a, b) => a - b);
  expect(moved).toEqual(sorted);
  for (let at = 1; at < sorted.length; at++) expect((sorted[at] ?? 0) - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
});

it('names far apart stay where their lines end', () => {
  expect(spread([10, 100, 50], 14, 0, 300)).toEqual([10, 100, 50]);
});

it('names at the edge stay inside', () => {
  const moved = spread([295, 296, 297], 14, 0, 300);
  expect(Math.max(...moved)).toBeLessThanOrEqual(300);
  expect(Math.min(...spread([1, 1, 1], 14, 0, 300))).toBeGreaterThanOrEqual(0);
});
