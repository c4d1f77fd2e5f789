/** The air's routes. The server leaves out fields without a value; here, at the door, they become null. */
import { Failure, get } from './client';
import type { CitiesAir, CitySeries, Explanation, Hours, StationAir, StationsAir } from './contract';

export function withNulls<T extends object>(value: T, keys: readonly (keyof T)[]): T {
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
    standard: withNulls(air.standard, ['validFrom', 'validTo']),
    scale: air.scale.map((level) => withNulls(level, ['to'])),
    cities: air.cities.map((city) => withNulls(city, ['aqi', 'level', 'missing'])),
  };
}

export async function stationsAt(hour: string): Promise<StationAir[]> {
  const { stations } = await get<StationsAir>('/api/v1/air/stations', { hour });
  return stations.map((station) => withNulls(station, ['aqi', 'level']));
}

/** How a city's index came about, step by step. */
export async function explanationOf(code: string, hour: string): Promise<Explanation> {
  const found = await get<Explanation>(`/api/v1/air/cities/${encodeURIComponent(code)}/explanation`, { hour });
  return { ...found, steps: found.steps.map((step) => withNulls(step, ['mean', 'used', 'low', 'high', 'index'])) };
}

/** Nothing has been loaded into this service yet: an empty page, not a failure. */
export function isEmpty(failure: Failure): boolean {
  return failure.body.code === 'evaluation.no-readings' || failure.body.code === 'observation.no-readings';
}

const LOADING_PAUSE_MS = 2000;
const MOST_PAUSES = 60;

/** Asks again while the service says that it is still reading its data, for two minutes at most. */
export async function patiently<T>(ask: () => Promise<T>, pause_ms = LOADING_PAUSE_MS): Promise<T> {
  for (let pauses = 0; ; pauses++) {
    try {
      return await ask();
    } catch (cause) {
      if (!(cause instanceof Failure) || cause.body.code !== 'observation.loading' || pauses === MOST_PAUSES) throw cause;
      await new Promise((over) => setTimeout(over, pause_ms));
    }
  }
}

export function seriesOf(code: string, from: string, to: string): Promise<CitySeries> {
  return get<CitySeries>(`/api/v1/air/cities/${encodeURIComponent(code)}/series`, { from, to });
}
