/** What has arrived of the readings. Fields the server leaves out become null here, at the door. */
import { withNulls } from './air';
import { get } from './client';
import type { Arrival, ArrivalPlace } from './contract';

function settled(place: ArrivalPlace): ArrivalPlace {
  const whole = withNulls(place, ['station', 'network', 'lastHour', 'delayMedianSeconds', 'delay95Seconds']);
  return { ...whole, coverage: withNulls(whole.coverage, ['percent']) };
}

/** City by city, or of one city station by station. */
export async function arrivalOf(city: string | null, from: string | null, to: string | null): Promise<Arrival> {
  const found = await get<Arrival>(city ? `/api/v1/arrivals/${encodeURIComponent(city)}` : '/api/v1/arrivals', { from, to });
  return { ...found, coverage: withNulls(found.coverage, ['percent']), places: found.places.map(settled) };
}

/** The same as a file. */
export function arrivalFile(city: string | null, from: string, to: string): string {
  return `/api/v1/arrivals${city ? `/${encodeURIComponent(city)}/stations` : ''}.csv?${new URLSearchParams({ from, to }).toString()}`;
}
