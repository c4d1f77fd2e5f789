/** The figures that stand side by side when cities are compared. */
import { concentrationText, naming, POLLUTANTS, type Measure, type Pollutant } from '../../air/pollutants';
import type { CityStatistics, PollutantStatistics, Statistics } from '../../api/contract';

export interface Figure {
  id: string;
  /** Key and values of its name. */
  name: { key: string; values: Record<string, unknown> };
  /** Which pollutant it is about, if about one. */
  pollutant: Pollutant | null;
  unit: string;
  of: (statistics: Statistics) => string;
}

const lineOf = (statistics: Statistics, pollutant: Pollutant): PollutantStatistics | undefined => statistics.pollutants.find((line) => line.pollutant === pollutant);

const GENERAL: Figure[] = [
  { id: 'composite', name: { key: 'statistics.composite', values: {} }, pollutant: null, unit: '', of: ({ composite }) => composite?.toFixed(2) ?? '–' },
  { id: 'attainment', name: { key: 'statistics.attainment', values: {} }, pollutant: null, unit: '%', of: ({ attainmentPercent }) => attainmentPercent?.toFixed(1) ?? '–' },
  { id: 'attained', name: { key: 'statistics.attained', values: {} }, pollutant: null, unit: '', of: ({ attainedDays }) => String(attainedDays) },
  { id: 'coverage', name: { key: 'statistics.coverage', values: {} }, pollutant: null, unit: '', of: ({ coverage }) => `${coverage.observed}/${coverage.expected}` },
];

function meanOf(pollutant: Pollutant): Figure {
  const { unit } = naming(pollutant);
  return { id: `mean-${pollutant}`, name: { key: 'statistics.mean', values: {} }, pollutant, unit, of: (statistics) => concentrationText(pollutant, lineOf(statistics, pollutant)?.mean) };
}

function chosen(pollutant: Pollutant, percent: number): Figure[] {
  const { unit } = naming(pollutant);
  return [
    meanOf(pollutant),
    { id: 'percentile', name: { key: 'comparison.percentile', values: { percent } }, pollutant, unit, of: (statistics) => concentrationText(pollutant, lineOf(statistics, pollutant)?.atPercentile) },
    { id: 'exceeding', name: { key: 'statistics.exceeding', values: {} }, pollutant, unit: '', of: (statistics) => String(lineOf(statistics, pollutant)?.exceedingDays ?? '–') },
    { id: 'valid', name: { key: 'statistics.valid', values: {} }, pollutant, unit: '', of: (statistics) => `${lineOf(statistics, pollutant)?.validDays ?? '–'}/${lineOf(statistics, pollutant)?.neededDays ?? '–'}` },
  ];
}

/** The general figures, those of the chosen pollutant, and the means of the others. */
export function figuresOf(measure: Measure, cities: readonly CityStatistics[]): Figure[] {
  const rest = POLLUTANTS.filter((pollutant) => pollutant !== measure).map(meanOf);
  if (measure === 'aqi') return [...GENERAL, ...rest];
  const percent = cities[0] ? (lineOf(cities[0].raw, measure)?.percentile ?? 95) : 95;
  return [...GENERAL, ...chosen(measure, percent), ...rest];
}
