/** The kinds of bulletin and which periods fit them. */
import { isDay, periodOf, periodsWithin, textAround, type PeriodKind } from '../../air/periods';

export const TEMPLATES = ['daily', 'weekly', 'monthly', 'annual'] as const;
export type Template = (typeof TEMPLATES)[number];

const KINDS: Record<Exclude<Template, 'daily'>, PeriodKind> = { weekly: 'week', monthly: 'month', annual: 'year' };

/** The period of the template that holds a day. */
export function periodAround(template: Template, day: string): string {
  return template === 'daily' ? day : textAround(KINDS[template], day);
}

export function fits(template: Template, period: string): boolean {
  return template === 'daily' ? isDay(period) : periodOf(period)?.kind === KINDS[template];
}

/** The periods of a template that touch the days held, the latest first. Days are too many for a list. */
export function periodsFor(template: Exclude<Template, 'daily'>, first: string, last: string) {
  return periodsWithin(KINDS[template], first, last);
}

/** Whether the days held end before the period does: what is said of it then is not yet the whole. */
export function isUnfinished(period: string, lastHeld: string): boolean {
  const found = periodOf(period);
  return found !== null && found.last > lastHeld;
}
