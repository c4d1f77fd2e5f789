/** Rows of the standards' tables as the page sets them out. */
import type { BreakpointsEdition, LimitsEdition, StandardBreakpoint, StandardLimit } from '../../api/contract';

export interface LimitLine {
  pollutant: string;
  averaging: string;
  unit: string;
  class1: number | null;
  class2: number | null;
  source: string;
  confidence: string;
}

/** One line per pollutant and mean with the limits of both classes; of two confidences the less sure one. */
export function limitLines(edition: LimitsEdition): LimitLine[] {
  const lines = new Map<string, LimitLine>();
  for (const row of edition.rows) {
    const key = `${row.pollutant} ${row.averaging}`;
    const line = lines.get(key) ?? { pollutant: row.pollutant, averaging: row.averaging, unit: unitText(row.unit), class1: null, class2: null, source: row.source, confidence: row.confidence };
    line[row.areaClass === 1 ? 'class1' : 'class2'] = row.limit;
    line.confidence = lessSure(line.confidence, row.confidence);
    lines.set(key, line);
  }
  return [...lines.values()];
}

const SUREST_FIRST = 'AXBCM';

export function lessSure(one: string, other: string): string {
  return SUREST_FIRST.indexOf(other) > SUREST_FIRST.indexOf(one) ? other : one;
}

export interface Ladder {
  pollutant: string;
  averaging: string;
  unit: string;
  points: StandardBreakpoint[];
  source: string;
  confidence: string;
}

/** The columns of table 1 of HJ 633, each with its breakpoints. */
export function ladders(edition: BreakpointsEdition): Ladder[] {
  const found = new Map<string, Ladder>();
  for (const row of edition.rows) {
    const key = `${row.pollutant} ${row.averaging}`;
    const ladder = found.get(key) ?? { pollutant: row.pollutant, averaging: row.averaging, unit: unitText(row.unit), points: [], source: row.source, confidence: row.confidence };
    ladder.points.push(row);
    found.set(key, ladder);
  }
  return [...found.values()];
}

/** The edition whose first observed day this one's begins in; the earliest when it begins before all. */
export function editionAt<E extends { from: string; to: string | null }>(editions: readonly E[], day: string): E | null {
  return editions.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? editions[0] ?? null;
}

/** The limits to draw beside breakpoints: of the same mean, where a daily highest mean stands on the breakpoints of its mean. */
export function limitsBeside(edition: LimitsEdition, ladder: Ladder): StandardLimit[] {
  const means = ladder.averaging === '8h' ? ['8h', 'dmax8h'] : [ladder.averaging];
  return edition.rows.filter((row) => row.pollutant === ladder.pollutant && means.includes(row.averaging));
}

export function unitText(unit: string): string {
  return unit.replace('ug/', 'µg/').replace('m3', 'm³');
}

/** What the server takes as a concentration. */
export function isConcentration(text: string): boolean {
  return /^\d{1,6}(\.\d{1,6})?$/.test(text);
}
