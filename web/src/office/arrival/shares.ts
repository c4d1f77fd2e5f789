/** Shares of what was expected, as the page shades and writes them. */
import type { Arrival, ArrivalPlace } from '../../api/contract';
import { POLLUTANTS, type Pollutant } from '../../air/pollutants';

export type Counted = 'any' | Pollutant;
export const COUNTED: readonly Counted[] = ['any', ...POLLUTANTS];

export function isCounted(text: string): text is Counted {
  return (COUNTED as readonly string[]).includes(text);
}

/** The longest period the server counts. */
export const MOST_DAYS = 92;
export const SHADES = ['full', 'most', 'some', 'few', 'zero', 'blank'] as const;
export type Shade = (typeof SHADES)[number];

export function shadeOf(expected: number, received: number): Shade {
  if (expected === 0) return 'blank';
  if (received === 0) return 'zero';
  if (received >= expected) return 'full';
  const share = received / expected;
  return share >= 0.95 ? 'most' : share >= 0.75 ? 'some' : 'few';
}

/** Cut to one decimal as the server cuts it: 100 is said of nothing that lacks an hour. */
export function percent(expected: number, received: number): number | null {
  return expected === 0 ? null : Math.floor((1000 * received) / expected) / 10;
}

/** How many of the hours of one day a place gave. */
export function receivedOn(place: ArrivalPlace, day: number, counted: Counted): number {
  return (counted === 'any' ? place.received : place.receivedValues[counted])?.[day] ?? 0;
}

export function receivedOf(place: ArrivalPlace, counted: Counted): number {
  return counted === 'any' ? place.coverage.observed : (place.values[counted] ?? 0);
}

export interface Totals {
  expected: number;
  received: number;
  percent: number | null;
}

export function totals(arrival: Arrival, counted: Counted): Totals {
  const received = arrival.places.reduce((sum, place) => sum + receivedOf(place, counted), 0);
  const { expected } = arrival.coverage;
  return { expected, received, percent: percent(expected, received) };
}

/** What names a place in keys and addresses: the station's code, or the city's. */
export function keyOf(place: ArrivalPlace): string {
  return place.station ?? place.jurisdiction;
}

type Say = (key: string, values: Record<string, unknown>) => string;

/** A delay in the largest unit that leaves at least two of it: 95 s, 12 min, 30 h, 45 d. */
export function delayText(seconds: number | null, say: Say): string {
  if (seconds === null) return '–';
  const [unit, length] = seconds < 120 ? ['seconds', 1] : seconds < 7200 ? ['minutes', 60] : seconds < 172_800 ? ['hours', 3600] : ['days', 86_400];
  return say(`arrival.${unit}`, { n: Math.round(seconds / Number(length)).toLocaleString('en') });
}
