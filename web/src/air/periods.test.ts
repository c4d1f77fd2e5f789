import { expect, it } from 'vitest';
import { dayName, daysFrom, everyDay, isDay, periodName, periodOf, periodsWithin, stepped, textAround, weekday } from './periods';

const say = (key: string, values: Record<string, unknown>): string => `${key} ${JSON.stringify(values)}`;
const days = (text: string): string | undefined => {
  const found = periodOf(text);
  return found ? `${found.kind} ${found.first} ${found.last}` : undefined;
};

it('reads every period the server reads', () => {
  expect(days('2026')).toBe('year 2026-01-01 2026-12-31');
  expect(days('2026-Q1')).toBe('quarter 2026-01-01 2026-03-31');
  expect(days('2024-02')).toBe('month 2024-02-01 2024-02-29');
  expect(days('2026-W11')).toBe('week 2026-03-09 2026-03-15');
  expect(days('2026-03-05')).toBe('span 2026-03-05 2026-03-05');
  expect(days('2026-03-05/2026-03-20')).toBe('span 2026-03-05 2026-03-20');
});

it('what is no period is none', () => {
  for (const text of ['', '2026-Q5', '2026-13', '2026-00', '2025-W53', '2026-W00', '2026-02-30', '2026-03-20/2026-03-05', '2024-01-01/2026-01-01', 'a/b/c', '<script>']) {
    expect(periodOf(text), text).toBeNull();
  }
  expect(isDay('2026-02-29')).toBe(false);
});

it('a week belongs to the year of its Thursday', () => {
  expect(days('2026-W01')).toBe('week 2025-12-29 2026-01-04');
  expect(days('2026-W53')).toBe('week 2026-12-28 2027-01-03');
  expect(textAround('week', '2025-12-29')).toBe('2026-W01');
  expect(textAround('week', '2027-01-03')).toBe('2026-W53');
});

it('a period around a day holds it, whatever the kind', () => {
  for (const kind of ['month', 'quarter', 'year', 'week', 'span'] as const) {
    for (const day of ['2024-02-29', '2025-12-31', '2026-01-01', '2026-05-31']) {
      const found = periodOf(textAround(kind, day));
      expect(found && found.first <= day && day <= found.last, `${kind} ${day}`).toBe(true);
      expect(found?.kind).toBe(kind);
    }
  }
});

it('a step back and a step forward end where they began', () => {
  for (const text of ['2026', '2026-Q1', '2026-01', '2026-W01', '2026-03-05/2026-03-20']) {
    const before = periodOf(stepped(periodOf(text) as never, -1));
    expect(stepped(before as never, 1)).toBe(text);
  }
  expect(stepped(periodOf('2026-03-05/2026-03-20') as never, -1)).toBe('2026-02-17/2026-03-04');
});

it('offers the periods that touch the days held, the latest first', () => {
  expect(periodsWithin('month', '2026-02-26', '2026-05-31').map(({ text }) => text)).toEqual(['2026-05', '2026-04', '2026-03', '2026-02']);
  expect(periodsWithin('year', '2026-02-26', '2026-05-31').map(({ text }) => text)).toEqual(['2026']);
});

it('counts days over months and leap years', () => {
  expect(daysFrom('2024-02-28', '2024-03-01')).toBe(3);
  expect(everyDay('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
  expect(everyDay('2026-03-02', '2026-03-01')).toEqual([]);
  expect(weekday('2026-03-09')).toBe(0);
});

it('says a period the way people do', () => {
  const name = (text: string, language: string): string => periodName(periodOf(text) as never, language, say);
  expect(name('2026-03', 'zh-CN')).toBe('2026年3月');
  expect(name('2026-03', 'en')).toBe('March 2026');
  expect(name('2026-Q2', 'en')).toBe('period.ofQuarter {"year":"2026","quarter":2}');
  expect(name('2026-W01', 'en')).toBe('period.ofWeek {"year":"2026","week":1}');
  expect(name('2026-03-05/2026-03-20', 'en')).toBe('5 Mar 2026 – 20 Mar 2026');
  expect(dayName('2026-03-05', 'zh-CN')).toBe('2026年3月5日');
});
