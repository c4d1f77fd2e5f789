import { expect, it } from 'vitest';
import { changeText, placesGained } from './rankMove';

it('a smaller rank is a gain of places', () => {
  expect(placesGained(2, { rank: 5, composite: 4, changePercent: -3 })).toBe(3);
  expect(placesGained(5, { rank: 2, composite: 4, changePercent: 3 })).toBe(-3);
});

it('without a rank then, nothing is compared', () => {
  expect(placesGained(2, null)).toBeNull();
  expect(placesGained(2, { rank: null, composite: null, changePercent: null })).toBeNull();
});

it('a change carries its sign', () => {
  expect([4.25, -4.2, 0, null].map(changeText)).toEqual(['+4.3 %', '−4.2 %', '±0.0 %', '–']);
});
