/** The six criteria pollutants as the screens name them. */
export const POLLUTANTS = ['pm2_5', 'pm10', 'o3', 'no2', 'so2', 'co'] as const;
export type Pollutant = (typeof POLLUTANTS)[number];
/** What the map shows: the index, or one pollutant's concentration coloured by that pollutant's own index. */
export type Measure = 'aqi' | Pollutant;
export const MEASURES: readonly Measure[] = ['aqi', ...POLLUTANTS];

interface Naming {
  plain: string;
  stem: string;
  sub: string;
  unit: string;
  decimals: number;
}

const NAMES: Record<Pollutant, Naming> = {
  pm2_5: { plain: 'PM2.5', stem: 'PM', sub: '2.5', unit: 'µg/m³', decimals: 0 },
  pm10: { plain: 'PM10', stem: 'PM', sub: '10', unit: 'µg/m³', decimals: 0 },
  o3: { plain: 'O3', stem: 'O', sub: '3', unit: 'µg/m³', decimals: 0 },
  no2: { plain: 'NO2', stem: 'NO', sub: '2', unit: 'µg/m³', decimals: 0 },
  so2: { plain: 'SO2', stem: 'SO', sub: '2', unit: 'µg/m³', decimals: 0 },
  co: { plain: 'CO', stem: 'CO', sub: '', unit: 'mg/m³', decimals: 1 },
};

export function isMeasure(text: string): text is Measure {
  return (MEASURES as readonly string[]).includes(text);
}

export function isPollutant(text: string): text is Pollutant {
  return text !== 'aqi' && isMeasure(text);
}

export function naming(pollutant: Pollutant): Naming {
  return NAMES[pollutant];
}

/** "PM2.5" for pm2_5, where no subscript can be set; what is not known keeps its code. */
export function plainName(pollutant: string): string {
  return isPollutant(pollutant) ? NAMES[pollutant].plain : pollutant.toUpperCase();
}

export function concentrationText(pollutant: Pollutant, value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(NAMES[pollutant].decimals);
}
