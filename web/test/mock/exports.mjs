/** The exports of the mock: some from before, and what is asked for, written within a few seconds. */
import { send } from './region.mjs';

const HOUR = 3_600_000;
const RATE = 24_000;
const iso = (at) => new Date(at).toISOString();
const id = (at) => `0190c0de-0000-7000-8000-0000000e${String(at).padStart(4, '0')}`;
const query = (of, format, from, to, cities = []) => ({ of, format, cities, stations: [], pollutants: ['so2', 'no2', 'co', 'o3', 'pm10', 'pm2_5'], from, to, flags: true });
const BYTES = { csv: 226, geojson: 606, parquet: 24, xlsx: 128 };
const rowsOf = ({ of, from, to, cities }) => ((Date.parse(to) - Date.parse(from)) / HOUR / 24 + 1) * (cities.length || 33) * (of === 'readings' ? 24 * 5 : of === 'station-days' ? 5 : 1);
const MOST = { days: 3660, sheet: 1_048_575 };

function before(now) {
  const done = { state: 'done', rows: 117_432, rowsExpected: 122_400, share: 1, rowsPerSecond: 21_480, bytes: 26_539_000, sha256: 'ab12'.repeat(16), endedAt: iso(now - HOUR), expires: iso(now + 71 * HOUR), held: true, synthetic: true };
  return [
    { id: id(4), query: query('readings', 'parquet', '2025-01-01', '2025-12-31'), askedAt: iso(now - 70_000), state: 'running', fixed: { rows: 801_220, rowsExpected: 2_093_640, share: 0.391, rowsPerSecond: 12_410, secondsLeft: 101, held: false } },
    { id: id(3), query: query('readings', 'csv', '2026-03-01', '2026-03-30', ['130600']), askedAt: iso(now - 2 * HOUR), fixed: done },
    { id: id(2), query: query('city-days', 'xlsx', '2026-01-01', '2026-03-30'), askedAt: iso(now - 100 * HOUR), fixed: { ...done, rows: 2_910, rowsExpected: 2_937, bytes: 371_000, held: false, expires: iso(now - 20 * HOUR), endedAt: iso(now - 92 * HOUR) } },
    { id: id(1), query: query('readings', 'geojson', '2025-01-01', '2025-12-31'), askedAt: iso(now - 120 * HOUR), fixed: { state: 'failed', rows: 0, rowsExpected: 2_093_640, share: 0, held: false, failure: '导出空间已满：请删除自己的部分文件，或待其他文件到期后再试' } },
  ];
}

let exported = before(Date.now());
let asked = 10;

function shown(one, now) {
  if (one.fixed) return { state: 'running', ...one.fixed, id: one.id, query: one.query, askedAt: one.askedAt };
  const elapsed = (now - Date.parse(one.askedAt)) / 1000;
  const common = { id: one.id, query: one.query, askedAt: one.askedAt, rowsExpected: one.rowsExpected, held: false };
  if (one.cancelled) return { ...common, state: 'cancelled', rows: 0, share: 0, endedAt: one.cancelled };
  if (elapsed < 0.5) return { ...common, state: 'queued', rows: 0, share: 0 };
  const rows = Math.min(one.rowsExpected, Math.round(elapsed * RATE));
  const share = Math.round((1000 * rows) / one.rowsExpected) / 1000;
  if (share < 1) return { ...common, state: 'running', rows, share, rowsPerSecond: RATE, secondsLeft: Math.round((one.rowsExpected - rows) / RATE) };
  return { ...common, state: 'done', rows, share: 1, rowsPerSecond: RATE, bytes: rows * BYTES[one.query.format], sha256: 'cd34'.repeat(16), endedAt: iso(now), expires: iso(now + 72 * HOUR), held: true, synthetic: true };
}

/** What is wrong with a request, as the server says it; null when nothing is. */
function wrong(request, problem) {
  const days = (Date.parse(request.to) - Date.parse(request.from)) / HOUR / 24 + 1;
  if (days < 1) return problem(400, 'sharing.period-reversed', '字段 from 不应晚于字段 to', 'expected field from not after field to');
  if (days > MOST.days) return problem(400, 'sharing.period-too-long', `最多 ${MOST.days} 天，收到 ${days} 天`, `expected at most ${MOST.days} days, got ${days}`);
  const rows = rowsOf(request);
  if (request.format === 'xlsx' && rows > MOST.sheet) return problem(400, 'sharing.too-many-rows', `一个工作表最多 ${MOST.sheet} 行，将有至多 ${rows} 行；请改用 csv、geojson 或 parquet`, `expected at most ${MOST.sheet} rows in a sheet, got up to ${rows}; take csv, geojson or parquet`);
  return null;
}

function take(one, response, problem) {
  const now = shown(one, Date.now());
  if (!now.held) return problem(409, 'sharing.not-written', '尚未写完。', 'Not written yet.');
  response.writeHead(200, { 'Content-Type': 'text/csv', 'X-Airshed-Synthetic': 'true', 'Content-Disposition': `attachment; filename="airshed-SYNTHETIC-${one.query.of}.csv"` });
  return response.end('city,day,pm2_5_mean24h_ugm3,synthetic\r\n130600,2026-03-01,80,true\r\n');
}

export function answerExports({ request, path, body, response, problem, signedIn }) {
  const [, , one, what] = path.split('/');
  if (!signedIn) return problem(401, 'access.sign-in', '请先登录。', 'Sign in first.');
  if (request.method !== 'GET' && request.headers['x-xsrf-token'] !== 'mock-token') return problem(403, 'csrf', '请求缺少防伪标记。', 'The request carries no CSRF token.');
  if (request.method === 'POST') {
    const given = JSON.parse(body);
    if (wrong(given, problem) !== null) return undefined;
    const rows = rowsOf(given);
    if (one === 'estimate') return send(response, { rows, bytes: rows * BYTES[given.format] });
    exported = [{ id: id(++asked), query: { ...query(given.of, given.format, given.from, given.to, given.cities ?? []), flags: given.flags !== false }, askedAt: iso(Date.now()), rowsExpected: rows }, ...exported];
    response.statusCode = 202;
    return send(response, shown(exported[0], Date.now()));
  }
  if (!one) return send(response, { items: exported.map((each) => shown(each, Date.now())) });
  const found = exported.find((each) => each.id === one);
  if (!found) return problem(404, 'sharing.export-unknown', '没有这个导出。', 'No such export.');
  if (request.method === 'DELETE') {
    const under = ['queued', 'running'].includes(shown(found, Date.now()).state);
    if (under) Object.assign(found, { cancelled: iso(Date.now()), rowsExpected: found.rowsExpected ?? found.fixed.rowsExpected, fixed: undefined });
    else exported = exported.filter((each) => each !== found);
    response.writeHead(204);
    return response.end();
  }
  if (what === 'file') return take(found, response, problem);
  return send(response, shown(found, Date.now()));
}
