/** The air's routes. The server leaves out fields without a value; here, at the door, they become null. */
import { get } from './client';
import type { CitiesAir, CitySeries, Hours, StationAir, StationsAir } from './contract';

function withNulls<T extends object>(value: T, keys: readonly (keyof T)[]): T {
  const settled = { ...value };
  for (const key of keys) if (settled[key] === undefined) settled[key] = null as T[keyof T];
  return settled;
}

export function airHours(): Promise<Hours> {
  return get<Hours>('/api/v1/air/hours');
}

/** The cities at one hour, or at the latest one. */
export async function citiesAt(hour: string | null): Promise<CitiesAir> {
  const air = await get<CitiesAir>('/api/v1/air/cities', { hour });
  return {
    ...air,
    standard: withNulls(air.standard, ['validTo']),
    scale: air.scale.map((level) => withNulls(level, ['to'])),
    cities: air.cities.map((city) => withNulls(city, ['aqi', 'level', 'missing'])),
  };
}

export async function stationsAt(hour: string): Promise<StationAir[]> {
  const { stations } = await get<StationsAir>('/api/v1/air/stations', { hour });
  return stations.map((station) => withNulls(station, ['aqi', 'level']));
}

export function seriesOf(code: string, from: string, to: string): Promise<CitySeries> {
  return get<CitySeries>(`/api/v1/air/cities/${encodeURIComponent(code)}/series`, { from, to });
}
