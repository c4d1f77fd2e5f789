import { expect, it } from 'vitest';
import { pathOf, viewBox } from './outline';

const ring = [11600, 3900, 11700, 3900, 11700, 4000];

it('a ring becomes a closed path with north up', () => {
  expect(pathOf([ring], 0.01)).toBe('M9078.2 -3900.0L9156.4 -3900.0L9156.4 -4000.0Z');
});

it('the picture holds the given cities with a margin', () => {
  expect(viewBox([ring], 0.01, 10)).toBe('9068.2 -4010.0 98.3 120.0');
  expect(viewBox([], 0.01)).toBe('0 0 100 100');
});
