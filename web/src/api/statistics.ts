/** Days, statistics of periods and rankings. Fields the server leaves out become null here, at the door. */
import { withNulls } from './air';
import { get } from './client';
import type { CityStatistics, Day, DayOfCities, Days, ExceptionalEvent, MeanWind, Page, Rank, RankThen, Ranking, Statistics, StatisticsOfCities, Wind } from './contract';

const settledDay = (day: Day): Day => withNulls(day, ['aqi', 'level']);

function settled(statistics: Statistics): Statistics {
  return {
    ...withNulls(statistics, ['attainmentPercent', 'composite']),
    pollutants: statistics.pollutants.map((line) =>
      withNulls(line, ['mean', 'meanExact', 'atPercentile', 'dailyLimit', 'annualLimit', 'exceedanceMultiple']),
    ),
  };
}

/** Every city on one day, or on the last held; also says which days are held. */
export async function dayOfCities(day: string | null): Promise<DayOfCities> {
  const found = await get<DayOfCities>('/api/v1/air/days', { day });
  return { ...found, cities: found.cities.map((city) => ({ ...city, day: settledDay(city.day) })) };
}

export async function daysOf(code: string, from: string, to: string): Promise<Days> {
  const found = await get<Days>(`/api/v1/air/cities/${encodeURIComponent(code)}/days`, { from, to });
  return { ...found, days: found.days.map(settledDay) };
}

const settledWind = (wind: MeanWind): MeanWind => withNulls(wind, ['speed', 'fromDegrees', 'resultant']);

/** The wind of a city's days; without any day where no station reads it. */
export async function windOf(code: string, from: string, to: string): Promise<Wind> {
  const found = await get<Wind>(`/api/v1/air/cities/${encodeURIComponent(code)}/wind`, { from, to });
  return { ...found, days: found.days.map((one) => ({ ...one, wind: settledWind(one.wind) })), period: settledWind(found.period) };
}

/** Statistics of one city or, without a code, of all. */
export async function statisticsOf(period: string, city: string | null): Promise<StatisticsOfCities> {
  const found = await get<StatisticsOfCities>('/api/v1/air/statistics', { period, city });
  const cities = found.cities.map((one: CityStatistics) => ({ ...one, raw: settled(one.raw), adjusted: settled(one.adjusted) }));
  return { ...withNulls(found, ['limits']), cities };
}

const then = (place: RankThen | null | undefined): RankThen | null => (place ? withNulls(place, ['rank', 'composite', 'changePercent']) : null);

/** The ranking of a period; of the month of the last day held when none is asked for. */
export async function rankingOf(period: string | null, withoutEvents: boolean): Promise<Ranking> {
  const found = await get<Ranking>('/api/v1/air/ranking', { period, withoutEvents: withoutEvents ? 'true' : null });
  return {
    ...withNulls(found, ['limits']),
    ranked: found.ranked.map((place: Rank) => ({ ...place, statistics: settled(place.statistics), previous: then(place.previous), yearBefore: then(place.yearBefore) })),
    unranked: found.unranked.map((place) => ({ ...place, statistics: settled(place.statistics) })),
  };
}

/** The latest five hundred events, of all cities. */
export async function exceptionalEvents(): Promise<ExceptionalEvent[]> {
  return (await get<Page<ExceptionalEvent>>('/api/v1/air/events', { limit: '500' })).items;
}
