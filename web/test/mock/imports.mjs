/** The register of imports of the mock: what was there at the start, and what is sent to it. */
import { send } from './region.mjs';

const HOUR = 3_600_000;
const person = '0190c0de-0000-7000-8000-0000000000aa';
const share = (jurisdiction, rows, stations = 0) => ({ act: '0190c0de-0000-7000-8000-0000000000ac', jurisdiction, root: 'ab'.repeat(32), rows, stations, ...(stations > 0 ? { stationsRoot: 'ef'.repeat(32) } : {}) });
const period = (from, longitude_deg, to) => ({ from, ...(to ? { to } : {}), name: '游泳馆', role: 'evaluation', tier: 'national', longitude_deg, latitude_deg: 38.86, settled: [] });
const STATIONS = [
  { station: '1051A', jurisdiction: '130600', change: 'moved', before: [period('2026-02-28T16:00:00Z', 115.49)], after: [period('2026-02-28T16:00:00Z', 115.49, '2026-03-31T16:00:00Z'), period('2026-03-31T16:00:00Z', 115.51)] },
  { station: '1052A', jurisdiction: '130600', change: 'entered', before: [], after: [{ ...period('2026-03-31T16:00:00Z', 115.53), name: '华电二区' }] },
];
const imports = Array.from({ length: 64 }, (_, at) => {
  const day = new Date(Date.UTC(2026, 2, 27) + at * 24 * HOUR);
  const rejected = at % 9 === 4 ? 137 : 0;
  return {
    number: at + 1, file: `hourly-${day.toISOString().slice(0, 10).replaceAll('-', '')}.csv.gz`, at: new Date(day.getTime() + 25 * HOUR).toISOString().replace('.000Z', 'Z'), person,
    rows: 4872 - rejected, entered: 4872 - rejected - (at % 5 === 0 ? 12 : 0), revised: at % 5 === 0 ? 12 : 0, duplicates: at % 9 === 4 ? 3 : 0, rejected, complete: at % 17 !== 11, undoing: false,
    sha256: 'cd'.repeat(32), parts: [share('130000', 1464, at % 9 === 4 ? 2 : 0), share('110000', 552)], otherEntered: 0, otherRevised: 0,
  };
}).reverse();
const REJECTS = Array.from({ length: 137 }, (_, at) => ({
  line: 40 + at * 31, column: ['timepoint', 'pm2_5', 'station_code', 'o3'][at % 4], value: ['2026-02-30T0100', '-999', '', '=1+1'][at % 4],
  expected: ['an hour as 2026-03-01T0100', 'a number from 0 to 2000, or nothing', 'a station code as 1001A', 'a number from 0 to 1200, or nothing'][at % 4],
}));

function paged(url, response, rows) {
  const [limit, from] = [Number(url.searchParams.get('limit') ?? 50), Number(url.searchParams.get('cursor') ?? 0)];
  const next = from + limit < rows.length ? { next: `${url.pathname}?limit=${limit}&cursor=${from + limit}` } : {};
  return send(response, { items: rows.slice(from, from + limit), ...next });
}

function receive(url, body, response) {
  const file = url.searchParams.get('name') ?? 'upload.csv';
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const bad = lines.slice(1).filter((line) => /yesterday/.test(line)).length;
  const rows = Math.max(0, lines.length - 1 - bad);
  const rejects = REJECTS.slice(0, bad);
  const number = imports[0].number + 1;
  if (rows > 0) imports.unshift({ ...imports[0], number, file, at: new Date().toISOString(), rows, entered: rows, revised: 0, duplicates: 0, rejected: bad, complete: true, other: undefined, undoing: false, parts: [share('130600', rows)] });
  send(response, { ...(rows > 0 ? { batch: number } : {}), rows, values: rows * 6, entered: rows, revised: 0, unchanged: 0, duplicates: 0, otherEntered: /species/.test(url.search) ? rows * 2 : 0, otherRevised: 0, notes: [], rejected: bad, rejects });
}

function undo(undone, response, problem) {
  if (undone.undoing || undone.other) return problem(409, 'observation.undone-before', '此次导入已被撤销。', 'This import was undone before.');
  const number = imports[0].number + 1;
  undone.other = number;
  imports.unshift({ ...undone, number, at: new Date().toISOString(), rows: 0, entered: 0, revised: undone.entered + undone.revised, duplicates: 0, rejected: 0, sha256: undefined, other: undone.number, undoing: true });
  send(response, { batch: number, rows: 0, values: 0, entered: 0, revised: undone.entered + undone.revised, unchanged: 0, duplicates: 0, otherEntered: 0, otherRevised: 0, notes: [], rejected: 0, rejects: [] });
}

const working = new Map();
const SLOW_MS = 6000;
const STAGES = ['reading', 'comparing', 'storing', 'deriving'];

/** What "runs" now: a file called slow goes through its stages in six seconds. */
function running() {
  return [...working].map(([file, started]) => {
    const share = Math.min(0.99, (Date.now() - started) / SLOW_MS);
    return { file, startedAt: new Date(started).toISOString().replace(/\.\d+Z/, 'Z'), stage: STAGES[Math.floor(share * 4)], rows: Math.round(share * 518_492), rowsPerSecond: 31_000, ...(share > 0.1 ? { share, secondsLeft: ((1 - share) * SLOW_MS) / 1000 } : {}) };
  });
}

/** The first lines as a mapping might read them; a line with "yesterday" cannot be. */
function preview(url, body, problem, response) {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  if (!/[,=]/.test(lines[0] ?? '')) return problem(400, 'observation.file-unusable', `${url.searchParams.get('name')} 无法读取：没有表头`, `${url.searchParams.get('name')} cannot be read: there is no header`);
  const rows = lines.slice(1, 21).map((line, at) => ({ line: at + 2, text: line })).filter(({ text }) => !/yesterday/.test(text));
  return send(response, {
    header: lines[0].split(','), notes: [], rejects: lines.slice(1, 21).flatMap((line, at) => (/yesterday/.test(line) ? [{ ...REJECTS[0], line: at + 2, value: 'yesterday' }] : [])),
    rows: rows.map(({ line }, at) => ({ line, station: `10${50 + at}A`, area: '保定市', hourEnd: '2026-03-01T01:00:00Z', values: { so2: 9, no2: 30, co: null, o3: 20 + at, pm10: 150, pm2_5: 80 } })),
  });
}

export function answerImports({ request, url, path, body, response, problem, signedIn }) {
  const [, , number, what] = path.split('/');
  const found = imports.find((one) => String(one.number) === number);
  if (request.method === 'GET' && number === 'running') return send(response, { items: signedIn ? running() : [] });
  if (request.method === 'GET' && !number) return paged(url, response, signedIn ? imports : []);
  if (!signedIn) return problem(401, 'access.sign-in', '请先登录。', 'Sign in first.');
  if (request.method === 'POST' && request.headers['x-xsrf-token'] !== 'mock-token') return problem(403, 'csrf', '请求缺少防伪标记。', 'The request carries no CSRF token.');
  // A file called slow shows the page's busy state.
  if (request.method === 'POST' && number === 'preview') return preview(url, body, problem, response);
  if (request.method === 'POST' && !number) {
    const [file, slow] = [url.searchParams.get('name') ?? 'upload.csv', /slow/.test(url.search)];
    if (slow) working.set(file, Date.now());
    return setTimeout(() => {
      working.delete(file);
      receive(url, body, response);
    }, slow ? SLOW_MS : 0);
  }
  if (!found) return problem(404, 'observation.no-such-import', `没有第 ${number} 次导入。`, `There is no import ${number}.`);
  if (what === 'stations') return paged(url, response, found.parts.some((part) => part.stations > 0) ? STATIONS : []);
  if (what === undefined && request.method === 'GET') return send(response, { ...found, stations: found.parts.some((part) => part.stations > 0) ? STATIONS : [] });
  if (what === 'rejects') return paged(url, response, found.rejected > 0 ? REJECTS : []);
  return undo(found, response, problem);
}
