/** The standards that are computed by, and the index of concentrations somebody gives. */
import { withNulls } from './air';
import { get } from './client';
import type { Pollutant } from '../air/pollutants';
import type { StandardIndex, Standards } from './contract';

export async function standards(): Promise<Standards> {
  const found = await get<Standards>('/api/v1/standards');
  const ended = <T extends { to: string | null }>(editions: T[]): T[] => editions.map((edition) => withNulls(edition, ['to']));
  return {
    limits: ended(found.limits),
    breakpoints: ended(found.breakpoints),
    assessment: ended(found.assessment),
    levels: found.levels.map((level) => withNulls(level, ['to'])),
  };
}

export type Report = 'daily' | 'as-published-by-cnemc';
export type Given = Partial<Record<Pollutant, string>>;

/** The server computes: it alone knows the edition's rounding and what holds above the last breakpoint. */
export async function indexOf(edition: string, report: Report, given: Given): Promise<StandardIndex> {
  const found = await get<StandardIndex>(`/api/v1/standards/${encodeURIComponent(edition)}/index`, { report, ...given });
  return {
    ...withNulls(found, ['to', 'aqi', 'level', 'missing']),
    steps: found.steps.map((step) => withNulls(step, ['used', 'breakpoints', 'low', 'high', 'index', 'level', 'none'])),
  };
}
