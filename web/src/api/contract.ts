/**
 * The server's answers as the pages see them. Names come from the published contract (api/openapi.json), so a renamed
 * field breaks the build; which of them may be null is said here, because the contract leaves fields without a value out.
 */
import type { components } from './schema';

type Schemas = components['schemas'];

/** Every field there and none null, all the way down. */
type Full<T> = T extends (infer Element)[]
  ? Full<Element>[]
  : T extends object
    ? { [Key in keyof T]-?: Full<NonNullable<T[Key]>> }
    : NonNullable<T>;

/** The same, with some fields that may be null. */
type Or<T, Key extends keyof T> = Omit<T, Key> & { [K in Key]: T[K] | null };

/** The same, with some fields of another shape. */
type With<T, Other extends { [Key in keyof Other]: Key extends keyof T ? unknown : never }> = Omit<T, keyof Other> & Other;

/** A text in the two languages of the service. */
export interface Words {
  zh: string;
  en: string;
}
type ByPollutant<T> = Record<string, T | null | undefined>;

export type Service = Full<Schemas['Service']>;
export type Session = Or<Full<Schemas['Session']>, 'login' | 'name' | 'jurisdiction' | 'demonstrationAccounts'>;
export type Hours = Full<Schemas['AirHours']>;
export type Standard = Or<Full<Schemas['AirStandard']>, 'validFrom' | 'validTo'>;
export type Level = Or<Full<Schemas['AirLevel']>, 'to'>;
export type CityAir = With<
  Or<Full<Schemas['CityAir']>, 'aqi' | 'level' | 'missing'>,
  { values: ByPollutant<number>; indices: ByPollutant<number> }
>;
export type CitiesAir = With<Full<Schemas['CitiesAir']>, { standard: Standard; scale: Level[]; cities: CityAir[] }>;
export type StationAir = With<Or<Full<Schemas['StationAir']>, 'aqi' | 'level'>, { values: ByPollutant<number> }>;
export type StationsAir = With<Full<Schemas['StationsAir']>, { stations: StationAir[] }>;
export type CitySeries = With<
  Full<Schemas['CitySeries']>,
  { aqi: (number | null)[]; values: Record<string, (number | null)[] | undefined> }
>;
export type Step = Or<Full<Schemas['AirStep']>, 'mean' | 'used' | 'low' | 'high' | 'index'>;
export type Explanation = With<Full<Schemas['AirExplanation']>, { standard: Standard; city: CityAir; steps: Step[] }>;

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
