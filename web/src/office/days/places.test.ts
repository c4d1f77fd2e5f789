import { expect, it } from 'vitest';
import { placesOf, placesText, toggled, usualPlaces } from './places';

const city = (jurisdiction: string, aqi: number | null) => ({ jurisdiction, day: { aqi } });

it('reads codes and nothing else, each once, six at most', () => {
  expect(placesOf('130600,110000,130600,<b>')).toEqual(['130600', '110000']);
  expect(placesOf('11,12,13,14,15,16,17')).toHaveLength(6);
  expect(placesOf(undefined)).toEqual([]);
  expect(placesOf(placesText([]))).toEqual([]);
  expect(placesText(['a1', 'b2'])).toBe('a1,b2');
});

it('a place is added at the end and taken away again, and a seventh is not taken', () => {
  expect(toggled(['a1'], 'b2')).toEqual(['a1', 'b2']);
  expect(toggled(['a1', 'b2'], 'a1')).toEqual(['b2']);
  expect(toggled(['a1', 'b2', 'c3', 'd4', 'e5', 'f6'], 'g7')).toHaveLength(6);
});

it('without a choice the worst and the best are compared', () => {
  expect(usualPlaces([city('a1', 50), city('b2', 150), city('c3', null), city('d4', 20)])).toEqual(['b2', 'd4']);
  expect(usualPlaces([city('a1', 50)])).toEqual(['a1']);
  expect(usualPlaces([])).toEqual([]);
});
