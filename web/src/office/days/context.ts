/** What the answers on days and periods leave unsaid: which days and cities are held, the levels' names, whether all is provisional. */
import { citiesAt, patiently } from '../../api/air';
import type { CityDay, Level, Origin } from '../../api/contract';
import { dayOfCities } from '../../api/statistics';

export interface DaysContext {
  first: string;
  last: string;
  /** The cities on the last day. */
  cities: CityDay[];
  source: Origin;
  scale: Level[];
  provisional: boolean;
  /** The end of the last hour held, UTC. */
  lastHour: string;
}

export async function daysContext(): Promise<DaysContext> {
  const [days, air] = await Promise.all([patiently(() => dayOfCities(null)), patiently(() => citiesAt(null))]);
  const [first = days.day, last = days.day] = days.held;
  return { first, last, cities: days.cities, source: days.source, scale: air.scale, provisional: air.provisional, lastHour: air.hour };
}
