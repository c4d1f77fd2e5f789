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
export type Session = Or<Full<Schemas['Session']>, 'login' | 'name' | 'person' | 'jurisdiction' | 'demonstrationAccounts'>;
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

export type Origin = Full<Schemas['AirOrigin']>;
/** A run of days as the server read it. */
export type PeriodAnswer = Full<Schemas['AirPeriod']>;
export type Day = With<Or<Full<Schemas['AirDay']>, 'aqi' | 'level'>, { values: ByPollutant<number>; stations: ByPollutant<number> }>;
export type Days = With<Full<Schemas['AirDays']>, { days: Day[] }>;
export type MeanWind = Or<Full<Schemas['AirMeanWind']>, 'speed' | 'fromDegrees' | 'resultant'>;
export type WindDay = With<Full<Schemas['AirWindDay']>, { wind: MeanWind }>;
export type WindRose = Full<Schemas['AirWindRose']>;
export type Wind = With<Full<Schemas['AirWind']>, { days: WindDay[]; period: MeanWind }>;
export type CityDay = With<Full<Schemas['AirCityDay']>, { day: Day }>;
export type DayOfCities = With<Full<Schemas['AirDayOfCities']>, { cities: CityDay[] }>;
export type PollutantStatistics = Or<
  Full<Schemas['AirPollutantStatistics']>,
  'mean' | 'meanExact' | 'atPercentile' | 'dailyLimit' | 'annualLimit' | 'exceedanceMultiple'
>;
export type Statistics = With<
  Or<Full<Schemas['AirStatistics']>, 'attainmentPercent' | 'composite'>,
  { pollutants: PollutantStatistics[]; primaryDays: ByPollutant<number> }
>;
export type CityStatistics = With<Full<Schemas['AirStatisticsOfCity']>, { raw: Statistics; adjusted: Statistics }>;
export type StatisticsOfCities = With<Or<Full<Schemas['AirStatisticsOfCities']>, 'limits'>, { cities: CityStatistics[] }>;
export type RankThen = Or<Full<Schemas['AirRankThen']>, 'rank' | 'composite' | 'changePercent'>;
export type Rank = With<
  Full<Schemas['AirRank']>,
  { statistics: Statistics; singles: ByPollutant<number>; previous: RankThen | null; yearBefore: RankThen | null }
>;
export type Unranked = With<Full<Schemas['AirUnranked']>, { statistics: Statistics }>;
export type Ranking = With<Or<Full<Schemas['AirRanking']>, 'limits'>, { ranked: Rank[]; unranked: Unranked[] }>;
export type ExceptionalEvent = Schemas['ExceptionalEvent'];
export type Bulletin = Or<Full<Schemas['Bulletin']>, 'number' | 'issuedAt' | 'issueAct'>;
export type BulletinSection = Full<Schemas['BulletinSection']>;
export type BulletinFigure = Or<Full<Schemas['BulletinFigure']>, 'at' | 'rule'>;
export type BulletinWhole = With<Full<Schemas['BulletinWhole']>, { bulletin: Bulletin; figures: BulletinFigure[] }>;
export type ImportPreview = Schemas['ImportPreview'];
export type Import = Schemas['Import'];
export type ImportReject = Schemas['ImportReject'];
export type ImportReport = Schemas['ImportReport'];
export type ImportStation = Schemas['ImportStation'];
export type ImportStationPeriod = Schemas['ImportStationPeriod'];
export type Export = Schemas['Export'];
export type ExportRequest = Schemas['ExportRequest'];
export type ExportEstimate = Schemas['ExportEstimate'];
type Coverage = Or<Full<Schemas['ArrivalCoverage']>, 'percent'>;
export type ArrivalGap = Full<Schemas['ArrivalGap']>;
export type ArrivalPlace = With<
  Or<Full<Schemas['ArrivalPlace']>, 'station' | 'network' | 'lastHour' | 'delayMedianSeconds' | 'delay95Seconds'>,
  { coverage: Coverage; values: Record<string, number | undefined>; receivedValues: Record<string, number[] | undefined> }
>;
export type Arrival = With<Full<Schemas['Arrival']>, { coverage: Coverage; places: ArrivalPlace[] }>;
export type StandardLimit = Full<Schemas['StandardLimit']>;
export type StandardBreakpoint = Full<Schemas['StandardBreakpoint']>;
export type StandardLevel = Or<Full<Schemas['StandardLevel']>, 'to'>;
export type LimitsEdition = Or<Full<Schemas['StandardEditionStandardLimit']>, 'to'>;
export type BreakpointsEdition = Or<Full<Schemas['StandardEditionStandardBreakpoint']>, 'to'>;
export type RulesEdition = Or<Full<Schemas['StandardEditionStandardRule']>, 'to'>;
export type Standards = With<
  Full<Schemas['Standards']>,
  { limits: LimitsEdition[]; breakpoints: BreakpointsEdition[]; assessment: RulesEdition[]; levels: StandardLevel[] }
>;
export type StandardIndexStep = Or<Full<Schemas['StandardIndexStep']>, 'used' | 'breakpoints' | 'low' | 'high' | 'index' | 'level' | 'none'>;
export type StandardIndex = With<Or<Full<Schemas['StandardIndex']>, 'to' | 'aqi' | 'level' | 'missing'>, { steps: StandardIndexStep[] }>;
/** Some rows and, when more follow, the address where they are. */
export interface Page<Row> {
  items: Row[];
  next?: string;
}

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
