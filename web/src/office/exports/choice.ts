/** What an export is to hold, as it stands in the page's address. */
import { isDay } from '../../air/periods';
import { POLLUTANTS } from '../../air/pollutants';
import type { Export, ExportRequest } from '../../api/contract';

export const TABLES = ['readings', 'station-days', 'city-days', 'station-statistics', 'city-statistics'] as const;
export const FORMATS = ['csv', 'geojson', 'parquet', 'xlsx'] as const;
/** Whether a file's rows are of the whole period. */
export const isOfPeriod = (table: Table): boolean => table.endsWith('-statistics');
export type Table = (typeof TABLES)[number];
export type Format = (typeof FORMATS)[number];

export interface Choice {
  of: Table;
  format: Format;
  /** None: every city that is open. */
  cities: string[];
  /** None: all six. */
  pollutants: string[];
  from: string | null;
  to: string | null;
  flags: boolean;
}

type Query = Record<string, unknown>;

const listOf = (value: unknown): string[] => (typeof value === 'string' ? value.split(',').filter((one) => /^[\w.-]+$/.test(one)) : []);
const oneOf = <T extends string>(value: unknown, all: readonly T[], otherwise: T): T => all.find((one) => one === value) ?? otherwise;
const dayOf = (value: unknown): string | null => (typeof value === 'string' && isDay(value) ? value : null);

export function choiceOf(query: Query): Choice {
  return {
    of: oneOf(query.of, TABLES, 'city-days'),
    format: oneOf(query.format, FORMATS, 'csv'),
    cities: listOf(query.places),
    pollutants: listOf(query.pollutants).filter((code) => (POLLUTANTS as readonly string[]).includes(code)),
    from: dayOf(query.from),
    to: dayOf(query.to),
    flags: query.flags !== 'no',
  };
}

/** The address of a choice; what is usual is left out. */
export function queryOf(choice: Choice): Record<string, string> {
  const query: Record<string, string> = { of: choice.of };
  if (choice.format !== 'csv') query.format = choice.format;
  if (choice.cities.length > 0) query.places = choice.cities.join(',');
  if (choice.pollutants.length > 0) query.pollutants = choice.pollutants.join(',');
  if (choice.from) query.from = choice.from;
  if (choice.to) query.to = choice.to;
  if (!choice.flags) query.flags = 'no';
  return query;
}

/** What is asked of the server. */
export function requestOf(choice: Choice, from: string, to: string): ExportRequest {
  return { of: choice.of, format: choice.format, cities: choice.cities, pollutants: choice.pollutants, from, to, flags: choice.flags };
}

export function isUnderWay(one: Export): boolean {
  return one.state === 'queued' || one.state === 'running';
}
