/** Editions of limits as people write them. */
import type { Pollutant } from './pollutants';

type Say = (key: string) => string;

/** "GB3095-2026-transition" is written "GB 3095-2026" with the word for transition limits. */
export function limitsName(edition: string, say: Say): string {
  return edition.replace(/^([A-Z]+)(\d)/, '$1 $2').replace(/-transition$/, ` ${say('limits.transition')}`);
}

/** What of a period enters the composite index: percentiles of CO and ozone, means of the others (docs/science/hj663.md). */
export function rankedByPercentile(pollutant: Pollutant): boolean {
  return pollutant === 'co' || pollutant === 'o3';
}
