/** The server's answers as the pages see them, taken from the published contract (api/openapi.json). */
import type { components } from './schema';

/** A field the contract does not promise may be null or missing: both are read as null. */
type Settled<T> = T extends (infer E)[]
  ? Settled<E>[]
  : T extends object
    ? { [K in keyof T]-?: undefined extends T[K] ? Settled<NonNullable<T[K]>> | null : Settled<T[K]> }
    : T;

type Answer<Name extends keyof components['schemas']> = Settled<components['schemas'][Name]>;

/** A text in the two languages of the service. */
export interface Words {
  zh: string;
  en: string;
}

export type Service = Answer<'Service'>;
export type Session = Answer<'Session'>;
export type Hours = Answer<'Hours'>;
export type CitiesAir = Answer<'CitiesAir'>;
export type CityAir = Answer<'CityAir'>;
export type StationAir = Answer<'StationAir'>;
export type StationsAir = Answer<'StationsAir'>;
export type CitySeries = Answer<'CitySeries'>;
export type Limit = Answer<'Limit'>;
export type Level = Answer<'Level'>;
export type Standard = Answer<'Standard'>;
export type Coverage = Answer<'Coverage'>;

/** RFC 9457 problem, with what this server adds. */
export interface ProblemBody {
  status?: number;
  title?: string;
  detail?: string;
  code?: string;
  requestId?: string;
  zh?: string;
  en?: string;
}
