/** How somebody says a file is to be understood, before it becomes a request. */
import type { Understanding } from '../../api/imports';

export const WAYS = ['national', 'prsa', 'own'] as const;
export type Way = (typeof WAYS)[number];
export const ROLES = ['evaluation', 'clean-reference', 'background', 'regional-transport', 'roadside', 'superstation'] as const;
export type Role = (typeof ROLES)[number];

export interface Chosen {
  way: Way;
  text: string;
  network: string;
  role: Role | '';
}

/** The mapping travels in the address, which servers keep short. */
const LONGEST_ENCODED = 6000;

export type ChosenProblem = 'noMapping' | 'longMapping' | 'networkWord';

/** What is wrong with the choice; null when it can be sent. */
export function chosenProblem({ way, text, network }: Chosen): ChosenProblem | null {
  if (way === 'own' && text.trim() === '') return 'noMapping';
  if (way === 'own' && encodeURIComponent(text).length > LONGEST_ENCODED) return 'longMapping';
  if (way !== 'national' && (!/^[a-z0-9-]{1,32}$/.test(network) || network === 'synthetic')) return 'networkWord';
  return null;
}

export function understanding({ way, text, network, role }: Chosen): Understanding {
  if (way === 'national') return {};
  return { mapping: way === 'own' ? text : way, network, ...(role ? { role } : {}) };
}

/** A preview reads a national file by its shipped mapping; importing reads it by its own reader. */
export function previewed(chosen: Chosen): Understanding {
  return chosen.way === 'national' ? { mapping: 'cnemc' } : understanding(chosen);
}
