import { expect, it } from 'vitest';
import { fits, isUnfinished, periodAround, periodsFor, TEMPLATES } from './templates';

it('each template takes the period of its kind around the last day held', () => {
  expect(TEMPLATES.map((template) => periodAround(template, '2026-05-31'))).toEqual(['2026-05-31', '2026-W22', '2026-05', '2026']);
});

it('a week at the turn of a year belongs to the year of its Thursday', () => {
  expect(periodAround('weekly', '2027-01-01')).toBe('2026-W53');
});

it('a period of another kind does not fit', () => {
  expect(fits('daily', '2026-05-31')).toBe(true);
  expect(fits('daily', '2026-05')).toBe(false);
  expect(fits('daily', '2026-02-30')).toBe(false);
  expect(fits('weekly', '2026-W22')).toBe(true);
  expect(fits('monthly', '2026-W22')).toBe(false);
  expect(fits('annual', '2026')).toBe(true);
  expect(fits('annual', '')).toBe(false);
});

it('the periods offered touch the days held, the latest first', () => {
  expect(periodsFor('monthly', '2026-02-27', '2026-05-31').map(({ text }) => text)).toEqual(['2026-05', '2026-04', '2026-03', '2026-02']);
  expect(periodsFor('annual', '2026-02-27', '2026-05-31').map(({ text }) => text)).toEqual(['2026']);
});

it('a period that outlasts the days held is not yet the whole', () => {
  expect(isUnfinished('2026', '2026-05-31')).toBe(true);
  expect(isUnfinished('2026-05', '2026-05-31')).toBe(false);
});
