/** Days laid out as the leaves of a wall calendar: one block per month, one row per week, Monday first. */
import { daysLater, everyDay, weekday } from '../../air/periods';

export interface MonthBlock {
  /** "2026-03" */
  month: string;
  /** Seven places each; null outside the month and outside the days shown. */
  weeks: (string | null)[][];
}

export function monthsOf(first: string, last: string): MonthBlock[] {
  const blocks: MonthBlock[] = [];
  for (const day of everyDay(first, last)) {
    const month = day.slice(0, 7);
    let block = blocks.at(-1);
    if (block?.month !== month) {
      block = { month, weeks: [] };
      blocks.push(block);
    }
    if (block.weeks.length === 0 || weekday(day) === 0) block.weeks.push(Array.from({ length: 7 }, () => null));
    const week = block.weeks.at(-1);
    if (week) week[weekday(day)] = day;
  }
  return blocks;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The day a key leads to, inside the days shown; null for keys that lead nowhere. */
export function dayByKey(key: string, day: string, first: string, last: string): string | null {
  if (key === 'Home') return first;
  if (key === 'End') return last;
  const step = STEPS[key];
  if (step === undefined) return null;
  const next = daysLater(day, step);
  return next < first || next > last ? day : next;
}
