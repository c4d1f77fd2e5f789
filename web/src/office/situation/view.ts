/** What the situation page shows, kept in the address so that it can be sent to somebody: place, measure, hour. */
import type { LocationQuery } from 'vue-router';
import { isMeasure, type Measure } from '../../air/pollutants';

export interface View {
  /** Code of the chosen city, or null for the whole region. */
  place: string | null;
  measure: Measure;
  /** End of the hour in UTC, or null for the latest. */
  hour: string | null;
}

export function viewOf(query: LocationQuery): View {
  const { place, pollutant, hour } = query;
  return {
    place: typeof place === 'string' && /^[0-9A-Za-z-]{2,20}$/.test(place) ? place : null,
    measure: typeof pollutant === 'string' && isMeasure(pollutant) ? pollutant : 'aqi',
    hour: typeof hour === 'string' ? wholeHour(hour) : null,
  };
}

function wholeHour(text: string): string | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d)(:00(:00)?)?Z$/.exec(text);
  if (!match) return null;
  const hour = `${match[1]}:00:00Z`;
  return Number.isNaN(Date.parse(hour)) ? null : hour;
}

/** Only what differs from the page's first view is written into the address. */
export function queryOf(view: View): Record<string, string> {
  return {
    ...(view.place ? { place: view.place } : {}),
    ...(view.measure === 'aqi' ? {} : { pollutant: view.measure }),
    ...(view.hour ? { hour: view.hour.replace(':00:00Z', 'Z') } : {}),
  };
}
