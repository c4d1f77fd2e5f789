import { expect, it } from 'vitest';
import type { CityAir, Level } from '../api/contract';
import { levelOf, shown } from './levels';
import { concentrationText } from './pollutants';

const words = { zh: '', en: '' };
const scale: Level[] = [[0, 50], [51, 100], [101, 150], [151, 200], [201, 300], [301, null]].map(([from, to], at) => ({
  level: at + 1, number: '', from: from ?? 0, to: to ?? null, name: words, colour: '#000000', advice: words,
}));
const city = { aqi: 123, level: 3, values: { pm2_5: 85, co: 1 }, indices: { pm2_5: 123, co: 10 } } as unknown as CityAir;

it('an index falls into the level that ends at or above it', () => {
  expect([0, 50, 51, 300, 301, 500].map((index) => levelOf(index, scale)?.level)).toEqual([1, 1, 2, 5, 6, 6]);
});

it('what is missing has no level', () => {
  expect(levelOf(null, scale)).toBeNull();
  expect(shown(city, 'o3', scale)).toEqual({ value: null, level: null });
});

it('a chosen pollutant shows its concentration in the colour of its own index', () => {
  expect(shown(city, 'co', scale)).toMatchObject({ value: 1, level: { level: 1 } });
  expect(shown(city, 'aqi', scale)).toMatchObject({ value: 123, level: { level: 3 } });
});

it('carbon monoxide keeps one decimal, the others none', () => {
  expect([concentrationText('co', 1), concentrationText('pm2_5', 85.4), concentrationText('o3', null)]).toEqual(['1.0', '85', '–']);
});
