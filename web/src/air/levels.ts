/** Levels of an index, taken from the scale the server sends with every answer. */
import type { CityAir, Level, StationAir } from '../api/contract';
import type { Measure } from './pollutants';

export function levelOf(index: number | null | undefined, scale: readonly Level[]): Level | null {
  if (index === null || index === undefined) return null;
  return scale.find((level) => level.to === null || index <= level.to) ?? null;
}

/** What is shown of one city: the figure, and the level that colours it. */
export interface Shown {
  value: number | null;
  level: Level | null;
}

export function shown(city: CityAir, measure: Measure, scale: readonly Level[]): Shown {
  if (measure === 'aqi') {
    return { value: city.aqi, level: scale.find(({ level }) => level === city.level) ?? levelOf(city.aqi, scale) };
  }
  return { value: city.values[measure] ?? null, level: levelOf(city.indices[measure], scale) };
}

/** A station carries no index per pollutant: its dot is coloured by its AQI. */
export function stationLevel(station: StationAir, scale: readonly Level[]): Level | null {
  return scale.find(({ level }) => level === station.level) ?? levelOf(station.aqi, scale);
}
