/** Seeded synthetic answers in the shapes of api/openapi.json. Nothing here is a measurement or a standard's table. */
import { answerArrival } from './arrival.mjs';
import { answerBulletins } from './bulletins.mjs';
import { answerDays } from './days.mjs';
import { answerExports } from './exports.mjs';
import { answerImports } from './imports.mjs';
import { answerStandards } from './standards.mjs';
import { air, BREAKS, CITIES, FIRST, HOUR, iso, LAST, noise, SCALE, send, source } from './region.mjs';

function cities(at, synthetic) {
  const rows = CITIES.map((city) => {
    const now = air(city, at);
    const observed = now.aqi === null ? 0 : city.stations - (noise(Number(city.code) + 1, at / HOUR) < 0.06 ? 1 : 0);
    return { jurisdiction: city.code, name: city.name, position: city.position, ...now, stationsExpected: city.stations, stationsObserved: observed };
  });
  const expected = rows.reduce((sum, row) => sum + row.stationsExpected, 0);
  const observed = rows.reduce((sum, row) => sum + row.stationsObserved, 0);
  return {
    hour: iso(at), source: source(synthetic), provisional: true,
    standard: { code: 'HJ 633-2026', name: { zh: '环境空气质量指数（AQI）技术规定', en: 'Technical regulation on the ambient air quality index' }, source: 'HJ 633-2026, table 1', validFrom: '2026-03-01', validTo: null },
    scale: SCALE, coverage: { expected, observed, percent: Math.round((1000 * observed) / expected) / 10 }, cities: rows,
  };
}

function stations(at) {
  return CITIES.flatMap((city) =>
    Array.from({ length: city.stations }, (_, number) => {
      const shifted = { ...city, code: String(Number(city.code) + number + 1) };
      const { values, aqi, level, primary } = air(shifted, at);
      const turn = (number / city.stations) * 2 * Math.PI;
      const far = 0.08 + 0.14 * noise(Number(city.code), number);
      return { code: `${city.code}-${number}`, name: `${city.name.zh}${number + 1}`, jurisdiction: city.code, position: [city.position[0] + far * Math.cos(turn), city.position[1] + far * Math.sin(turn)], aqi, level, primary, values };
    }),
  );
}

function series(city, from, to) {
  const hours = Array.from({ length: Math.min(1000, Math.round((to - from) / HOUR) + 1) }, (_, step) => from + step * HOUR);
  const rows = hours.map((at) => air(city, at));
  return {
    jurisdiction: city.code, name: city.name, hours: hours.map(iso), aqi: rows.map(({ aqi }) => aqi),
    values: Object.fromEntries(Object.keys(BREAKS).map((name) => [name, rows.map(({ values }) => values[name])])),
    limits: [
      { pollutant: 'pm2_5', averaging: '24 h', limit: 60, unit: 'µg/m³', standard: 'GB 3095-2026' },
      { pollutant: 'pm10', averaging: '24 h', limit: 120, unit: 'µg/m³', standard: 'GB 3095-2026' },
      { pollutant: 'o3', averaging: '1 h', limit: 200, unit: 'µg/m³', standard: 'GB 3095-2026' },
      { pollutant: 'no2', averaging: '1 h', limit: 200, unit: 'µg/m³', standard: 'GB 3095-2026' },
    ],
  };
}

function explanation(city, at, synthetic) {
  const row = cities(at, synthetic).cities.find(({ jurisdiction }) => jurisdiction === city.code);
  const steps = Object.keys(BREAKS).map((name) => {
    const used = row.values[name];
    const above = used === null ? -1 : BREAKS[name].findIndex((point) => used <= point);
    const point = (place) => ({ concentration: BREAKS[name][place], index: [0, 50, 100, 150, 200, 300, 400, 500][place] });
    return {
      pollutant: name, unit: name === 'co' ? 'mg/m3' : 'ug/m3',
      readings: used === null ? [] : Array.from({ length: row.stationsObserved }, (_, number) => ({ station: `${city.code}-${number}`, name: `${city.name.zh}${number + 1}`, value: used })),
      ...(above > 0 ? { mean: used + 0.25, used, low: point(above - 1), high: point(above), index: row.indices[name] } : {}),
    };
  });
  const { hour, source: origin, standard } = cities(at, synthetic);
  return { hour, source: origin, standard, city: row, equation: 'IAQI = …', steps };
}

const person = (last) => `0190c0de-0000-7000-8000-0000000000${last}`;
const ACCOUNTS = [
  { login: 'office', password: 'demonstration-office', name: { zh: '林晓', en: 'Lin Xiao' }, role: { zh: '联防联控办公室 · 值班', en: 'Joint office · on duty' }, person: person('b1'), acts: ['episode.recommend', 'reading.review', 'observation.import'] },
  { login: 'demo.leader', password: 'demonstration-leader', name: { zh: '周建国', en: 'Zhou Jianguo' }, role: { zh: '联防联控领导小组 · 组长', en: 'Leading group · head' }, person: person('b2'), acts: ['bulletin.issue'] },
  { login: 'demo.duty', password: 'demonstration-duty', name: { zh: '王芳', en: 'Wang Fang' }, role: { zh: '联防联控办公室 · 值班员', en: 'Joint office · duty officer' }, person: person('b3'), acts: ['bulletin.draft'] },
  { login: 'mock.both', password: 'demonstration-both', name: { zh: '吴桐', en: 'Wu Tong' }, role: { zh: '起草兼签发', en: 'Drafts and issues' }, person: person('b4'), acts: ['bulletin.draft', 'bulletin.issue'] },
  { login: 'baoding', password: 'demonstration-baoding', name: { zh: '赵明', en: 'Zhao Ming' }, role: { zh: '保定市 · 数据管理', en: 'Baoding · data steward' }, person: person('b5'), acts: ['observation.import'] },
];
const accountOf = (login) => ACCOUNTS.find((account) => account.login === login) ?? null;
/** Who asks, by a cookie of their own, so that several browsers can be several people. */
const whoAsks = (request) => accountOf(/(?:^|; )MOCK-LOGIN=([\w.]+)/.exec(request.headers.cookie ?? '')?.[1]);

function session(account) {
  return {
    signedIn: account !== null, person: account?.person, login: account?.login, name: account?.name, demonstration: true, mustChangePassword: false,
    acts: account?.acts ?? [], datasets: [], providers: [], demonstrationAccounts: ACCOUNTS.map(({ login, password, name, role }) => ({ login, password, name, role })),
  };
}

function remembered(response, login) {
  response.writeHead(204, { 'Set-Cookie': [`MOCK-LOGIN=${login}; Path=/`, 'XSRF-TOKEN=mock-token; Path=/'] });
  response.end();
}

function answerPassword({ request, response, body, problem }) {
  const who = whoAsks(request);
  const { current, replacement } = JSON.parse(body);
  if (!who) return problem(401, 'access.sign-in', '请先登录。', 'Sign in first.');
  if (current !== who.password) return problem(400, 'access.password-wrong', '当前密码不正确。', 'The current password is not right.');
  if (new Set(replacement).size < 5) return problem(400, 'access.password.few-characters', '新密码至少要有 5 种不同的字符。', 'The new password needs 5 different characters.');
  who.password = replacement;
  return remembered(response, who.login);
}

function answerSession({ request, response, body, problem }) {
  if (request.method === 'GET') return send(response, session(whoAsks(request)));
  if (request.headers['x-xsrf-token'] !== 'mock-token') return problem(403, 'csrf', '请求缺少防伪标记。', 'The request carries no CSRF token.');
  if (request.method === 'DELETE') {
    response.writeHead(204, { 'Set-Cookie': 'MOCK-LOGIN=; Path=/; Max-Age=0' });
    return response.end();
  }
  const { login, password } = JSON.parse(body);
  const account = accountOf(login);
  if (account?.password !== password) return problem(401, 'sign-in', '账户名或密码不正确。', 'The account name or the password is not right.');
  response.writeHead(200, { 'Content-Type': 'application/json', 'Set-Cookie': `MOCK-LOGIN=${login}; Path=/` });
  return response.end(JSON.stringify(session(account)));
}

/** One request of the API. */
export function answer(asked) {
  const { url, response, problem, synthetic } = asked;
  const path = url.pathname.replace('/api/v1', '');
  const at = Date.parse(url.searchParams.get('hour') ?? iso(LAST));
  if (path === '/session') return answerSession(asked);
  if (path === '/session/password') return answerPassword(asked);
  if (path === '/service') return send(response, { version: '0.1.0', mode: 'demo', synthetic, dataLabel: source(synthetic).label, zone: 'Asia/Shanghai' });
  if (path === '/jurisdictions') return send(response, { jurisdictions: [{ code: '130000', level: 'province', name: { zh: '河北省', en: 'Hebei' } }, ...CITIES.map(({ code, name }) => ({ code, level: 'prefecture', name }))] });
  if (path.startsWith('/exports')) return answerExports({ ...asked, path, signedIn: whoAsks(asked.request) !== null });
  if (path.startsWith('/imports')) return answerImports({ ...asked, path, signedIn: whoAsks(asked.request) !== null });
  if (path.startsWith('/arrivals')) return answerArrival({ ...asked, path, signedIn: whoAsks(asked.request) !== null });
  if (path.startsWith('/standards')) return answerStandards({ ...asked, path });
  if (path.startsWith('/bulletins')) return answerBulletins({ ...asked, path, account: whoAsks(asked.request) });
  if (answerDays({ ...asked, path })) return;
  if (path === '/air/hours') return send(response, { firstHour: iso(FIRST), lastHour: iso(LAST), hours: (LAST - FIRST) / HOUR + 1, zone: 'Asia/Shanghai', source: source(synthetic) });
  if (Number.isNaN(at) || at < FIRST || at > LAST) return problem(404, 'hour', `没有 ${url.searchParams.get('hour')} 的数据。`, `There are no data for ${url.searchParams.get('hour')}.`);
  if (path === '/air/cities') return send(response, cities(at, synthetic));
  if (path === '/air/stations') return send(response, { hour: iso(at), stations: stations(at) });
  if (path === '/air/cities.csv') return send(response, `# SYNTHETIC\njurisdiction,aqi\n${cities(at, synthetic).cities.map((city) => `${city.jurisdiction},${city.aqi ?? ''}`).join('\n')}\n`, 'text/csv');
  const found = CITIES.find(({ code }) => path === `/air/cities/${code}/series`);
  if (found) return send(response, series(found, Date.parse(url.searchParams.get('from') ?? iso(at - 47 * HOUR)), Date.parse(url.searchParams.get('to') ?? iso(at))));
  const explained = CITIES.find(({ code }) => path === `/air/cities/${code}/explanation`);
  if (explained) return send(response, explanation(explained, at, synthetic));
  return problem(404, 'route', '没有这个接口。', 'There is no such route.');
}
