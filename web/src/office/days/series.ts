/** Daily values laid out for a chart: one place per day, null where a day is missing. */
import type { Day } from '../../api/contract';
import type { Measure } from '../../air/pollutants';

export function valuesOn(days: readonly string[], found: readonly Day[], measure: Measure): (number | null)[] {
  const byDay = new Map(found.map((day) => [day.day, measure === 'aqi' ? day.aqi : (day.values[measure] ?? null)]));
  return days.map((day) => byDay.get(day) ?? null);
}

/** A value between two gaps: a line alone would not show it. */
export function standsAlone(values: readonly (number | null)[], at: number): boolean {
  return values[at] !== null && (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}

/** Where a line is named at its right end: the last value there is. */
export function lastKnown(values: readonly (number | null)[]): number {
  for (let at = values.length - 1; at >= 0; at--) if (values[at] !== null) return at;
  return -1;
}

/** How many stations stood behind a value: the pollutant's own, or for the index the fewest of any pollutant. */
export function stationsBehind(day: Day, measure: Measure): number | null {
  if (measure !== 'aqi') return day.stations[measure] ?? null;
  const counts = Object.values(day.stations).filter((count): count is number => typeof count === 'number');
  return counts.length === 0 ? null : Math.min(...counts);
}
