/**
 * Periods as the server writes them: 2026, 2026-Q1, 2026-03, 2026-W11, 2026-03-05 or 2026-03-05/2026-03-20. Days are local days,
 * kept as text; their arithmetic runs in UTC, where every day has 24 hours.
 */
const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;

export const PERIOD_KINDS = ['month', 'quarter', 'year', 'week', 'span'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A run of days, both ends included. */
export interface Period {
  kind: PeriodKind;
  text: string;
  first: string;
  last: string;
}

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at(text)) && dayAt(at(text)) === text;
}

export function daysLater(day: string, days: number): string {
  return dayAt(at(day) + days * DAY_MS);
}

/** How many days lie from one to the other, both counted. */
export function daysFrom(first: string, last: string): number {
  return Math.round((at(last) - at(first)) / DAY_MS) + 1;
}

export function everyDay(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, daysFrom(first, last)) }, (_, step) => daysLater(first, step));
}

/** Monday is 0. */
export function weekday(day: string): number {
  return (new Date(at(day)).getUTCDay() + 6) % 7;
}

function months(kind: PeriodKind, text: string, year: number, from: number, count: number): Period {
  return { kind, text, first: dayAt(Date.UTC(year, from, 1)), last: dayAt(Date.UTC(year, from + count, 0)) };
}

/** ISO 8601: the first week of a year is the one with its fourth of January. */
function week(text: string, year: number, number: number): Period | null {
  const fourth = `${year}-01-04`;
  const monday = daysLater(fourth, 7 * (number - 1) - weekday(fourth));
  if (number < 1 || daysLater(monday, 3).slice(0, 4) !== String(year).padStart(4, '0')) return null;
  return { kind: 'week', text, first: monday, last: daysLater(monday, 6) };
}

function span(first: string, last: string): Period | null {
  if (!isDay(first) || !isDay(last) || first > last || daysFrom(first, last) > LONGEST_DAYS) return null;
  return { kind: 'span', text: first === last ? first : `${first}/${last}`, first, last };
}

/** The period a text names, or null when it names none. */
export function periodOf(text: string): Period | null {
  const parts = /^(\d{4})(?:-Q([1-4])|-W(\d\d)|-(\d\d))?$/.exec(text);
  if (parts) {
    const year = Number(parts[1]);
    if (parts[2]) return months('quarter', text, year, 3 * Number(parts[2]) - 3, 3);
    if (parts[3]) return week(text, year, Number(parts[3]));
    if (parts[4]) return Number(parts[4]) >= 1 && Number(parts[4]) <= 12 ? months('month', text, year, Number(parts[4]) - 1, 1) : null;
    return months('year', text, year, 0, 12);
  }
  const [first = '', last = first, ...more] = text.split('/');
  return more.length > 0 ? null : span(first, last);
}

/** The text of the period of a kind that holds a day; a span is the thirty days that end with it. */
export function textAround(kind: PeriodKind, day: string): string {
  const [year, month] = [day.slice(0, 4), day.slice(5, 7)];
  switch (kind) {
    case 'year':
      return year;
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'month':
      return `${year}-${month}`;
    case 'week': {
      const thursday = daysLater(day, 3 - weekday(day));
      const number = 1 + Math.floor((daysFrom(`${thursday.slice(0, 4)}-01-01`, thursday) - 1) / 7);
      return `${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`;
    }
    case 'span':
      return `${daysLater(day, -29)}/${day}`;
  }
}

/** The period of the same kind and, for a span, the same length, that many further on. */
export function stepped(period: Period, by: 1 | -1): string {
  if (period.kind !== 'span') return textAround(period.kind, by > 0 ? daysLater(period.last, 1) : daysLater(period.first, -1));
  const length = daysFrom(period.first, period.last) * by;
  return `${daysLater(period.first, length)}/${daysLater(period.last, length)}`;
}

/** All periods of a kind that touch the days held, the latest first. */
export function periodsWithin(kind: PeriodKind, first: string, last: string): Period[] {
  const found: Period[] = [];
  let next = periodOf(textAround(kind, last));
  while (next && next.last >= first) {
    found.push(next);
    next = periodOf(stepped(next, -1));
  }
  return found;
}

type Say = (key: string, values: Record<string, unknown>) => string;

/** "2026年3月" or "March 2026": a period as people say it. */
export function periodName(period: Pick<Period, 'text' | 'first' | 'last'>, language: string, say: Say): string {
  const known = periodOf(period.text);
  const [year, month] = [period.first.slice(0, 4), period.first.slice(5, 7)];
  switch (known?.kind) {
    case 'year':
      return say('period.ofYear', { year });
    case 'quarter':
      return say('period.ofQuarter', { year, quarter: Math.ceil(Number(month) / 3) });
    case 'month':
      return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(at(period.first));
    case 'week':
      return say('period.ofWeek', { year: period.text.slice(0, 4), week: Number(period.text.slice(6)) });
    default:
      return period.first === period.last ? dayName(period.first, language) : `${dayName(period.first, language)} – ${dayName(period.last, language)}`;
  }
}

/** "2026年3月12日" or "12 Mar 2026". */
export function dayName(day: string, language: string): string {
  const month = language === 'en' ? 'short' : 'long';
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: 'UTC', year: 'numeric', month, day: 'numeric' }).format(at(day));
}

/** "3月12日" or "12 Mar": inside a period whose year is known. */
export function shortDayName(day: string, language: string): string {
  const month = language === 'en' ? 'short' : 'long';
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: 'UTC', month, day: 'numeric' }).format(at(day));
}

export function weekdayName(day: string, language: string, width: 'narrow' | 'long' = 'narrow'): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: 'UTC', weekday: width }).format(at(day));
}
