import type { Standard } from '../api/contract';

/** HJ 633-2026, 4.2, prescribes GB/T 8170 for concentrations; the edition of 2012 prescribes no rounding, and we round all the same. */
export function roundedByOurChoice(standard: Pick<Standard, 'code'>): boolean {
  return standard.code === 'HJ633-2012';
}
