import { expect, it } from 'vitest';
import type { Day } from '../../api/contract';
import { dayByKey, monthsOf } from './calendar';
import { lastKnown, standsAlone, stationsBehind, valuesOn } from './series';

const day = (date: string, aqi: number | null, pm2_5: number | null): Day => ({
  day: date, aqi, level: null, primary: [], values: { pm2_5 }, stations: { pm2_5: 5, o3: 4 }, stationsExpected: 6,
});

it('a missing day is a gap and not a line across', () => {
  const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
  expect(valuesOn(days, [day('2026-03-01', 50, 30), day('2026-03-03', 80, null)], 'aqi')).toEqual([50, null, 80]);
  expect(valuesOn(days, [day('2026-03-01', 50, 30), day('2026-03-03', 80, null)], 'pm2_5')).toEqual([30, null, null]);
  expect(valuesOn(days, [], 'o3')).toEqual([null, null, null]);
});

it('a zero is a value, not a gap', () => {
  expect(valuesOn(['2026-03-01'], [day('2026-03-01', 0, 0)], 'pm2_5')).toEqual([0]);
});

it('a value between two gaps stands alone', () => {
  const values = [1, null, 2, null, null, 3, 4];
  expect(values.map((_, at) => standsAlone(values, at))).toEqual([true, false, true, false, false, false, false]);
});

it('a line is named where it ends', () => {
  expect(lastKnown([1, 2, null])).toBe(1);
  expect(lastKnown([null])).toBe(-1);
});

it('the index rests on the pollutant with the fewest stations', () => {
  expect(stationsBehind(day('2026-03-01', 50, 30), 'aqi')).toBe(4);
  expect(stationsBehind(day('2026-03-01', 50, 30), 'pm2_5')).toBe(5);
  expect(stationsBehind(day('2026-03-01', 50, 30), 'so2')).toBeNull();
});

it('lays months out by weeks that begin on Monday', () => {
  const [february, march, ...more] = monthsOf('2026-02-26', '2026-03-10');
  expect(more).toEqual([]);
  expect(february).toEqual({ month: '2026-02', weeks: [[null, null, null, '2026-02-26', '2026-02-27', '2026-02-28', null]] });
  expect(march?.weeks).toHaveLength(3);
  expect(march?.weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
  expect(march?.weeks[2]?.slice(0, 3)).toEqual(['2026-03-09', '2026-03-10', null]);
});

it('every day of a leap year has one place', () => {
  const places = monthsOf('2024-01-01', '2024-12-31').flatMap(({ weeks }) => weeks.flat()).filter(Boolean);
  expect(new Set(places).size).toBe(366);
  expect(places).toHaveLength(366);
});

it('arrow keys walk by days and weeks and stop at the ends', () => {
  const to = (key: string, from: string) => dayByKey(key, from, '2026-02-26', '2026-03-31');
  expect(to('ArrowRight', '2026-02-28')).toBe('2026-03-01');
  expect(to('ArrowDown', '2026-02-28')).toBe('2026-03-07');
  expect(to('ArrowUp', '2026-02-28')).toBe('2026-02-28');
  expect(to('End', '2026-02-28')).toBe('2026-03-31');
  expect(to('Enter', '2026-02-28')).toBeNull();
});
