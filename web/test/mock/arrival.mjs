/** What has arrived in the mock: the hours of its own air, with outages drawn by a seed, for whoever is signed in. */
import { CITIES, FIRST, HOUR, iso, LAST, noise, send, source } from './region.mjs';

const DAY = 24 * HOUR;
const NAMES = ['so2', 'no2', 'co', 'o3', 'pm10', 'pm2_5'];
const MOST_DAYS = 92;
const text = (at) => new Date(at).toISOString().slice(0, 10);
const moment = (day) => Date.parse(`${day}T00:00:00Z`);
const HELD = [text(FIRST + 8 * HOUR - 1), text(LAST + 8 * HOUR - 1)];

/** The hours of a local day that are held: the day begins at 16 UTC of the day before. */
function expectedOn(day) {
  const [start, end] = [moment(day) - 8 * HOUR + HOUR, moment(day) + 16 * HOUR];
  return Math.max(0, (Math.min(end, LAST) - Math.max(start, FIRST)) / HOUR + 1);
}

function receivedOn(seed, day, expected) {
  const number = moment(day) / DAY;
  if (noise(seed, Math.floor(number / 5)) < 0.02) return 0;
  const lost = noise(seed + 5, number) < 0.2 ? Math.floor(noise(seed + 9, number) * 9) : 0;
  return Math.max(0, expected - lost);
}

function stationOf(city, number, days) {
  const seed = Number(city.code) + number;
  const expected = days.map(expectedOn);
  const received = days.map((day, at) => receivedOn(seed, day, expected[at]));
  const receivedValues = Object.fromEntries(NAMES.map((name, at) => [name, received.map((hours, day) => (name === 'co' && number % 7 === 3 ? 0 : Math.max(0, hours - (noise(seed + at, day) < 0.1 ? 1 : 0))))]));
  return { seed, expected, received, receivedValues, name: { zh: `${city.name.zh}${number + 1}`, en: `${city.name.zh}${number + 1}` }, station: `${city.code}-${number}` };
}

const added = (rows) => rows[0].map((_, at) => rows.reduce((sum, row) => sum + row[at], 0));
const sum = (row) => row.reduce((total, one) => total + one, 0);
const covered = (expected, observed) => ({ expected, observed, ...(expected > 0 ? { percent: Math.floor((1000 * observed) / expected) / 10 } : {}) });

function place(about, stations, days) {
  const [expected, received] = [added(stations.map((one) => one.expected)), added(stations.map((one) => one.received))];
  const receivedValues = Object.fromEntries(NAMES.map((name) => [name, added(stations.map((one) => one.receivedValues[name]))]));
  const last = received.findLastIndex((hours) => hours > 0);
  return {
    ...about, stations: stations.length, coverage: covered(sum(expected), sum(received)), values: Object.fromEntries(NAMES.map((name) => [name, sum(receivedValues[name])])),
    ...(last >= 0 ? { lastHour: iso(Math.min(LAST, moment(days[last]) + 16 * HOUR)), delayMedianSeconds: 900 + Math.round(600 * noise(stations[0].seed, 1)), delay95Seconds: 4000 + Math.round(9000 * noise(stations[0].seed, 2)) } : {}),
    expected, received, receivedValues, gaps: [],
  };
}

/** A day that lacks hours has one gap, in its first hours. */
function gapsOf(station, days) {
  return days.flatMap((day, at) => {
    const hours = station.expected[at] - station.received[at];
    const start = Math.max(FIRST, moment(day) - 7 * HOUR);
    return hours > 0 ? [{ firstHour: iso(start), lastHour: iso(start + (hours - 1) * HOUR), hours }] : [];
  }).reverse().slice(0, 50);
}

export function answerArrival({ url, path, response, problem, synthetic, signedIn }) {
  if (!signedIn) return problem(401, 'access.sign-in', '请先登录。', 'Sign in first.');
  const to = url.searchParams.get('to') ?? HELD[1];
  const from = url.searchParams.get('from') ?? text(moment(to) - 30 * DAY);
  const count = (moment(to) - moment(from)) / DAY + 1;
  if (!(count >= 1 && count <= MOST_DAYS)) return problem(400, 'observation.days-out-of-range', `应为 1 至 92 天，收到 ${from} 至 ${to}。`, `Expected 1 to 92 days, got ${from} to ${to}.`);
  const days = Array.from({ length: count }, (_, at) => text(moment(from) + at * DAY));
  const code = /^\/arrivals\/(\d{6})/.exec(path)?.[1];
  const found = CITIES.filter((city) => !code || city.code === code);
  if (found.length === 0) return problem(404, 'observation.city-unknown', '没有这个城市。', 'There is no such city.');
  const stations = (city) => Array.from({ length: city.stations }, (_, number) => stationOf(city, number, days));
  const places = (code ? found.flatMap((city) => stations(city).map((one) => ({ ...place({ jurisdiction: city.code, name: one.name, station: one.station, network: 'mock' }, [one], days), gaps: gapsOf(one, days) }))) : found.map((city) => place({ jurisdiction: city.code, name: city.name }, stations(city), days))).filter((one) => one.coverage.expected > 0);
  if (/\.csv$/.test(path)) return send(response, `day,zone,jurisdiction,expected_hours,received_hours,origin,synthetic\n${places.flatMap((one) => days.map((day, at) => `${day},Asia/Shanghai,${one.jurisdiction},${one.expected[at]},${one.received[at]},SYNTHETIC,true`)).join('\n')}\n`, 'text/csv');
  const [expected, observed] = [sum(places.map((one) => one.coverage.expected)), sum(places.map((one) => one.coverage.observed))];
  return send(response, { days, zone: 'Asia/Shanghai', held: HELD, source: source(synthetic), networks: [{ network: 'mock', firstHour: iso(FIRST), lastHour: iso(LAST) }], coverage: covered(expected, observed), places });
}
