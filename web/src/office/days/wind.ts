/** Winds of days put together for a drawing, and the words for directions. */
import type { MeanWind, WindRose, WindDay } from '../../api/contract';

export interface Arrow {
  first: string;
  last: string;
  /** Where it comes from, degrees; null where it was calm or turned. */
  from: number | null;
  /** Mean speed, m/s. */
  speed: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The mean over some days: each day's vector by its hours with a direction, its speed by its hours observed. */
function over(days: readonly WindDay[]): Arrow {
  let [east, north, speeds, hours] = [0, 0, 0, 0];
  for (const { wind } of days) {
    const weight = (wind.resultant ?? 0) * wind.directedHours;
    if (wind.fromDegrees !== null) {
      east += weight * Math.sin(radians(wind.fromDegrees));
      north += weight * Math.cos(radians(wind.fromDegrees));
    }
    speeds += (wind.speed ?? 0) * wind.coverage.observed;
    hours += wind.coverage.observed;
  }
  const none = Math.hypot(east, north) < 1e-6;
  const from = (Math.atan2(east, north) * 180) / Math.PI;
  return { first: days[0]?.day ?? '', last: days.at(-1)?.day ?? '', from: none ? null : Math.round(from + 360) % 360, speed: hours === 0 ? 0 : speeds / hours };
}

/** One arrow for each run of `step` days of the axis; null where none of them has wind. */
export function arrowsOn(axis: readonly string[], days: readonly WindDay[], step: number): (Arrow | null)[] {
  const byDay = new Map(days.map((one) => [one.day, one]));
  const arrows: (Arrow | null)[] = [];
  for (let at = 0; at < axis.length; at += step) {
    const there = axis.slice(at, at + step).flatMap((day) => byDay.get(day) ?? []);
    arrows.push(there.length === 0 ? null : over(there));
  }
  return arrows;
}

/** The compass point of a direction, of sixteen named from north clockwise. */
export function pointOf(degrees: number, points: readonly string[]): string {
  return points[Math.floor((degrees + 11.25) / 22.5) % 16] ?? '';
}

/** All hours of a rose: those with a direction, calm ones and those from nowhere known. */
export function hoursOf(rose: WindRose): number {
  return rose.sectors.flat().reduce((sum, hours) => sum + hours, 0) + rose.calmHours + rose.undirectedHours;
}

/** The sector most hours came from; null where none has any. */
export function mostOften(rose: WindRose): number | null {
  const sums = rose.sectors.map((sector) => sector.reduce((sum, hours) => sum + hours, 0));
  const most = Math.max(0, ...sums);
  return most === 0 ? null : sums.indexOf(most);
}

export const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`);

/** "3.2 m/s from 315° NW" without its words: the figures of a mean wind. */
export function figures(wind: MeanWind): { speed: string; from: string } {
  return { speed: wind.speed === null ? '–' : wind.speed.toFixed(1), from: wind.fromDegrees === null ? '–' : `${wind.fromDegrees}°` };
}
