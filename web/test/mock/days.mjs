/** Days, statistics and rankings of the mock: means of its own hours. Limits are only such as to make the pages look as they do. */
import { air, BREAKS, CITIES, FIRST, HOUR, indexOf, LAST, noise, SCALE, send, source } from './region.mjs';

const DAY = 24 * HOUR;
const NAMES = Object.keys(BREAKS);
const DAILY = { pm2_5: 60, pm10: 120, o3: 160, no2: 80, so2: 150, co: 4 };
const ANNUAL = { pm2_5: 30, pm10: 60, no2: 40, so2: 60 };
const PERCENTILES = { pm2_5: 95, pm10: 95, o3: 90, no2: 98, so2: 98, co: 95 };
const LIMITS = 'GB3095-2026-transition';
const EVENTS = ['130600', '140100'].map((jurisdiction, at) => ({
  id: `0190c0de-0000-7000-8000-00000000000${at}`, jurisdiction, firstDay: '2026-03-14', lastDay: '2026-03-16', pollutants: ['pm10', 'pm2_5'], kind: 'dust', state: 'accepted',
  evidence: 'Mock: dust warning, PM10/PM2.5 above 5', claimedBy: '0190c0de-0000-7000-8000-0000000000aa', claimedAt: '2026-03-18T02:00:00Z', claimAct: '0190c0de-0000-7000-8000-0000000000ab',
}));

const text = (at) => new Date(at).toISOString().slice(0, 10);
const moment = (day) => Date.parse(`${day}T00:00:00Z`);
/** Local days: the first hour of a day in Beijing ends at 17 UTC of the day before. */
const FIRST_DAY = text(FIRST + 8 * HOUR);
const LAST_DAY = text(LAST + 8 * HOUR);
const round = (value, decimals) => Math.round(value * 10 ** decimals) / 10 ** decimals;
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const known = new Map();

function dusty(city, day) {
  return EVENTS.some((event) => event.jurisdiction === city.code && event.firstDay <= day && day <= event.lastDay);
}

function missing(city, day) {
  const number = Math.round(moment(day) / DAY);
  if (city.code === '130600' && (day === '2026-03-21' || day === '2026-03-22')) return true;
  return noise(Number(city.code) + 31, number) < (city.code === '133100' ? 0.3 : 0.004);
}

function valuesOf(city, day) {
  const hours = Array.from({ length: 24 }, (_, hour) => air(city, moment(day) - 7 * HOUR + hour * HOUR).values);
  const dust = dusty(city, day) ? 260 : 0;
  return Object.fromEntries(NAMES.map((name) => {
    const values = hours.map((hour) => hour[name]).filter((value) => value !== null);
    const value = name === 'o3' ? mean([...values].sort((a, b) => b - a).slice(0, 8)) * 1.45 : mean(values);
    return [name, round(value + (name === 'pm10' ? dust : name === 'pm2_5' ? dust / 6 : 0), name === 'co' ? 1 : 0)];
  }));
}

function dayOf(city, day) {
  const key = city.code + day;
  if (known.has(key)) return known.get(key);
  let found = null;
  if (day >= FIRST_DAY && day <= LAST_DAY && !missing(city, day)) {
    const values = valuesOf(city, day);
    const indices = Object.fromEntries(NAMES.map((name) => [name, indexOf(values[name], BREAKS[name])]));
    const aqi = Math.max(...Object.values(indices));
    const short = noise(Number(city.code) + 5, moment(day) / DAY) < 0.08 ? 1 : 0;
    found = {
      day, aqi, level: SCALE.find(({ to }) => to === null || aqi <= to).level, primary: aqi <= 50 ? [] : NAMES.filter((name) => indices[name] === aqi), values,
      stations: Object.fromEntries(NAMES.map((name, at) => [name, city.stations - (at < 2 ? short : 0)])), stationsExpected: city.stations,
    };
  }
  known.set(key, found);
  return found;
}

const everyDay = (first, last) => Array.from({ length: Math.round((moment(last) - moment(first)) / DAY) + 1 }, (_, step) => text(moment(first) + step * DAY));
const daysOf = (city, first, last) => everyDay(first, last).map((day) => dayOf(city, day)).filter((day) => day !== null);

const RISES = [0.3, 1.6, 3.4, 5.5, 8];
/** Two winds that take turns, from the north-west and the south, as over the plain in spring. Capitals of provinces and municipalities read none. */
function windHour(city, at) {
  const turn = noise(Number(city.code) + 3, Math.floor(at / (40 * HOUR)));
  const speed = Math.max(0, round(2.6 + 2.4 * Math.sin(at / (11 * HOUR)) + 3 * (noise(Number(city.code), at / HOUR) - 0.5), 1));
  return { speed, from: (720 + (turn < 0.55 ? 320 : 190) + 70 * (noise(Number(city.code) + 7, at / HOUR) - 0.5)) % 360 };
}

function meanWind(hours, expected) {
  const directed = hours.filter(({ speed }) => speed >= 0.3);
  const sum = (part) => directed.reduce((total, { speed, from }) => total + speed * part((from * Math.PI) / 180), 0) / Math.max(1, directed.length);
  const [east, north] = [sum(Math.sin), sum(Math.cos)];
  return {
    ...(hours.length === 0 ? {} : { speed: round(mean(hours.map(({ speed }) => speed)), 2) }),
    ...(directed.length === 0 ? {} : { fromDegrees: Math.round((Math.atan2(east, north) * 180) / Math.PI + 360) % 360, resultant: round(Math.hypot(east, north), 2) }),
    calmHours: hours.length - directed.length, directedHours: directed.length, coverage: { expected, observed: hours.length, percent: expected === 0 ? 0 : round((100 * hours.length) / expected, 1) },
  };
}

function windOf(city, first, last) {
  const reads = !['0000', '0100'].includes(city.code.slice(2));
  const asked = reads ? everyDay(first, last).filter((day) => day >= FIRST_DAY && day <= LAST_DAY) : [];
  const byDay = asked.map((day) => ({ day, hours: Array.from({ length: 24 }, (_, hour) => windHour(city, moment(day) - 7 * HOUR + hour * HOUR)).filter((_, hour) => !missing(city, day) && noise(hour, moment(day) / DAY) > 0.03) }));
  const all = byDay.flatMap(({ hours }) => hours);
  const sectors = Array.from({ length: 16 }, () => RISES.map(() => 0));
  for (const { speed, from } of all.filter((hour) => hour.speed >= 0.3)) sectors[Math.floor((from + 11.25) / 22.5) % 16][RISES.findLastIndex((least) => speed >= least)]++;
  return {
    days: byDay.filter(({ hours }) => hours.length > 0).map(({ day, hours }) => ({ day, wind: meanWind(hours, 24) })),
    period: meanWind(all, 24 * asked.length), rose: { classesFrom: RISES, sectors, calmHours: all.filter(({ speed }) => speed < 0.3).length, undirectedHours: 0 },
  };
}

function period(asked) {
  const parts = /^(\d{4})(?:-Q(\d)|-W(\d\d)|-(\d\d))?$/.exec(asked);
  const made = (kind, first, last) => ({ text: asked, kind, first, last, days: everyDay(first, last).length });
  if (!parts) {
    const [first, last = first] = asked.split('/');
    return /^\d{4}-\d\d-\d\d$/.test(first) && last >= first ? made(first === last ? 'day' : 'span', first, last) : null;
  }
  const year = Number(parts[1]);
  const months = (kind, from, count) => made(kind, text(Date.UTC(year, from, 1)), text(Date.UTC(year, from + count, 0)));
  if (parts[2]) return months('quarter', 3 * Number(parts[2]) - 3, 3);
  if (parts[4]) return months('month', Number(parts[4]) - 1, 1);
  if (!parts[3]) return months('year', 0, 12);
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (Number(parts[3]) - 1) * 7 * DAY;
  return made('week', text(monday), text(monday + 6 * DAY));
}

function other(asked, years) {
  if (years > 0) return period(asked.text.replace(/^\d{4}/, String(Number(asked.text.slice(0, 4)) - 1))) ?? asked;
  const end = text(moment(asked.first) - DAY);
  if (asked.kind === 'month') return period(end.slice(0, 7));
  if (asked.kind === 'quarter') return period(`${end.slice(0, 4)}-Q${Math.ceil(Number(end.slice(5, 7)) / 3)}`);
  if (asked.kind === 'year') return period(end.slice(0, 4));
  return period(`${text(moment(asked.first) - asked.days * DAY)}/${end}`);
}

const needed = (asked) => ({ month: asked.first.slice(5, 7) === '02' ? 25 : 27, year: 324 })[asked.kind] ?? 1;

function line(name, days, asked) {
  const values = days.map((day) => day.values[name]).filter((value) => value !== null);
  const sorted = [...values].sort((a, b) => a - b);
  const decimals = name === 'co' ? 1 : 0;
  const average = values.length > 0 ? mean(values) : undefined;
  const over = average !== undefined && ANNUAL[name] !== undefined && average > ANNUAL[name];
  return {
    pollutant: name, unit: name === 'co' ? 'mg/m3' : 'ug/m3', percentile: PERCENTILES[name], validDays: values.length, neededDays: needed(asked), complete: values.length >= needed(asked),
    exceedingDays: values.filter((value) => value > DAILY[name]).length, dailyLimit: DAILY[name], annualLimit: ANNUAL[name],
    mean: average === undefined ? undefined : round(average, decimals), meanExact: average === undefined ? undefined : round(average, 6),
    atPercentile: sorted.length === 0 ? undefined : round(sorted[Math.min(sorted.length - 1, Math.ceil((PERCENTILES[name] / 100) * sorted.length) - 1)], decimals),
    exceedanceMultiple: over ? round((average - ANNUAL[name]) / ANNUAL[name], 2) : undefined,
  };
}

const single = (one) => (['co', 'o3'].includes(one.pollutant) ? one.atPercentile / one.dailyLimit : one.meanExact / one.annualLimit);

function statistics(city, asked, withoutEvents) {
  const days = daysOf(city, asked.first, asked.last).filter((day) => !withoutEvents || !dusty(city, day.day));
  const pollutants = NAMES.map((name) => line(name, days, asked));
  const complete = pollutants.every((one) => one.complete);
  return {
    complete, coverage: { expected: asked.days, observed: days.length, percent: round((100 * days.length) / asked.days, 1) }, pollutants,
    attainedDays: days.filter((day) => day.aqi <= 100).length, attainmentPercent: days.length === 0 ? undefined : round((100 * days.filter((day) => day.aqi <= 100).length) / days.length, 1),
    perLevel: SCALE.map(({ level }) => days.filter((day) => day.level === level).length),
    primaryDays: Object.fromEntries(NAMES.map((name) => [name, days.filter((day) => day.primary.includes(name)).length])),
    composite: days.length === 0 ? undefined : round(pollutants.reduce((sum, one) => sum + single(one), 0), 2),
  };
}

function ranked(asked, withoutEvents) {
  const all = CITIES.map((city) => ({ city, statistics: statistics(city, asked, withoutEvents) }));
  const good = all.filter(({ statistics: one }) => one.complete).sort((a, b) => a.statistics.composite - b.statistics.composite);
  return { all, good, rank: (code) => {
    const own = good.find(({ city }) => city.code === code);
    return own ? 1 + good.filter(({ statistics: one }) => one.composite < own.statistics.composite).length : undefined;
  } };
}

function ranking(asked, withoutEvents, synthetic) {
  const [previous, yearBefore] = [other(asked, 0), other(asked, 1)];
  const [now, before] = [ranked(asked, withoutEvents), ranked(previous, withoutEvents)];
  const then = ({ city, statistics: one }) => {
    const found = before.good.find((place) => place.city.code === city.code);
    return found && { rank: before.rank(city.code), composite: found.statistics.composite, changePercent: round((100 * (one.composite - found.statistics.composite)) / found.statistics.composite, 1) };
  };
  return {
    period: asked, previous, yearBefore, source: source(synthetic), limits: LIMITS, eventsRemoved: withoutEvents,
    ranked: now.good.map((place) => ({
      rank: now.rank(place.city.code), jurisdiction: place.city.code, name: place.city.name, statistics: place.statistics,
      singles: Object.fromEntries(place.statistics.pollutants.map((one) => [one.pollutant, round(single(one), 2)])), previous: then(place),
    })),
    unranked: now.all.filter(({ statistics: one }) => !one.complete).map(({ city, statistics: one }) => ({
      jurisdiction: city.code, name: city.name, statistics: one, why: { code: 'too-few-days', zh: '有效天数少于此类时段统计所需天数。', en: 'Fewer valid days than a statistic of such a period needs.' },
    })),
  };
}

/** Answers what is about days; false when it is about something else. */
export function answerDays({ path, url, response, problem, synthetic }) {
  const query = url.searchParams;
  const asked = period(query.get('period') ?? LAST_DAY.slice(0, 7));
  const ofCity = /^\/air\/cities\/(\w+)\/days(\.csv)?$/.exec(path);
  if (path === '/air/events') return send(response, { items: EVENTS }), true;
  if (path === '/air/days') {
    const day = query.get('day') ?? LAST_DAY;
    const cities = CITIES.map((city) => ({ jurisdiction: city.code, name: city.name, day: dayOf(city, day) })).filter((one) => one.day !== null);
    return send(response, { day, source: source(synthetic), held: [FIRST_DAY, LAST_DAY], cities }), true;
  }
  if (ofCity) {
    const city = CITIES.find(({ code }) => code === ofCity[1]);
    if (!city) return problem(404, 'evaluation.city-unknown', `没有您可查看的城市 ${ofCity[1]}。`, `There is no city ${ofCity[1]} that you may see.`), true;
    const days = daysOf(city, query.get('from') ?? FIRST_DAY, query.get('to') ?? LAST_DAY);
    if (ofCity[2]) return send(response, `day,aqi,synthetic\n${days.map((day) => `${day.day},${day.aqi},${synthetic}`).join('\n')}\n`, 'text/csv'), true;
    return send(response, { jurisdiction: city.code, name: city.name, source: source(synthetic), zone: 'Asia/Shanghai', days }), true;
  }
  const wind = /^\/air\/cities\/(\w+)\/wind(\.csv)?$/.exec(path);
  if (wind) {
    const city = CITIES.find(({ code }) => code === wind[1]);
    const found = windOf(city, query.get('from') ?? FIRST_DAY, query.get('to') ?? LAST_DAY);
    if (wind[2]) return send(response, `day,wind_speed_ms,wind_from_deg,synthetic\n${found.days.map((day) => `${day.day},${day.wind.speed},${day.wind.fromDegrees ?? ''},${synthetic}`).join('\n')}\n`, 'text/csv'), true;
    return send(response, { jurisdiction: city.code, name: city.name, source: source(synthetic), zone: 'Asia/Shanghai', ...found }), true;
  }
  if (!/^\/air\/(statistics|ranking(\.csv)?)$/.test(path)) return false;
  if (!asked) return problem(400, 'evaluation.period-unreadable', `无法识别时段“${query.get('period')}”。`, `The period ${query.get('period')} cannot be read.`), true;
  if (path === '/air/statistics') {
    const cities = CITIES.filter(({ code }) => !query.get('city') || code === query.get('city')).map((city) => ({
      jurisdiction: city.code, name: city.name, raw: statistics(city, asked, false), adjusted: statistics(city, asked, true),
      eventsRemoved: everyDay(asked.first, asked.last).some((day) => dusty(city, day)),
    }));
    return send(response, { period: asked, source: source(synthetic), limits: LIMITS, cities }), true;
  }
  const found = ranking(asked, query.get('withoutEvents') === 'true', synthetic);
  if (path === '/air/ranking') return send(response, found), true;
  return send(response, `rank,jurisdiction,composite_index,synthetic\n${found.ranked.map((place) => `${place.rank},${place.jurisdiction},${place.statistics.composite},${synthetic}`).join('\n')}\n`, 'text/csv'), true;
}
