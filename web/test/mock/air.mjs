/** Seeded synthetic answers in the shapes of api/openapi.json. Nothing here is a measurement or a standard's table. */
const CITIES = `110000 北京市 Beijing 116.40 39.95 23|120000 天津市 Tianjin 117.25 39.10 20|130100 石家庄市 Shijiazhuang 114.50 38.05 9|130200 唐山市 Tangshan 118.18 39.65 7|130300 秦皇岛市 Qinhuangdao 119.55 39.93 5|130400 邯郸市 Handan 114.52 36.60 6|130500 邢台市 Xingtai 114.52 37.07 5|130600 保定市 Baoding 115.48 38.88 9|130700 张家口市 Zhangjiakou 114.88 40.80 6|130800 承德市 Chengde 117.95 40.97 5|130900 沧州市 Cangzhou 116.85 38.30 5|131000 廊坊市 Langfang 116.70 39.52 5|131100 衡水市 Hengshui 115.68 37.73 4|133100 雄安新区 Xiong'an 115.93 38.99 3|140100 太原市 Taiyuan 112.55 37.87 9|140300 阳泉市 Yangquan 113.58 37.86 6|140400 长治市 Changzhi 113.11 36.19 5|140500 晋城市 Jincheng 112.85 35.50 6|370100 济南市 Jinan 117.00 36.67 12|370300 淄博市 Zibo 118.05 36.80 6|370800 济宁市 Jining 116.58 35.41 4|371400 德州市 Dezhou 116.30 37.45 4|371500 聊城市 Liaocheng 115.98 36.45 4|371600 滨州市 Binzhou 117.97 37.38 4|371700 菏泽市 Heze 115.48 35.24 5|410100 郑州市 Zhengzhou 113.65 34.76 11|410200 开封市 Kaifeng 114.35 34.80 5|410500 安阳市 Anyang 114.35 36.10 5|410600 鹤壁市 Hebi 114.30 35.75 5|410700 新乡市 Xinxiang 113.90 35.30 7|410800 焦作市 Jiaozuo 113.25 35.22 6|410900 濮阳市 Puyang 115.03 35.76 4`
  .split('|')
  .map((line) => {
    const parts = line.split(' ');
    const [code, zh, en, longitude, latitude, stations] = parts;
    return { code, name: { zh, en }, position: [Number(longitude), Number(latitude)], stations: Number(stations) };
  });
const FIRST = Date.UTC(2026, 1, 26, 12);
const LAST = Date.UTC(2026, 4, 31, 15);
const HOUR = 3_600_000;
const iso = (at) => new Date(at).toISOString().replace('.000Z', 'Z');
const SCALE = [
  [1, 0, 50, '优', 'Excellent', '#00E400', '空气质量令人满意，各类人群可正常活动。', 'Air quality is satisfactory; everyone may be active as usual.'],
  [2, 51, 100, '良', 'Good', '#FFFF00', '极少数异常敏感人群应减少户外活动。', 'Very few unusually sensitive people should reduce time outdoors.'],
  [3, 101, 150, '轻度污染', 'Light pollution', '#FF7E00', '儿童、老年人及心脏病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼。', 'Children, older people and people with heart or lung disease should avoid long, strenuous exercise outdoors.'],
  [4, 151, 200, '中度污染', 'Moderate pollution', '#FF0000', '敏感人群避免长时间户外锻炼，一般人群适量减少户外运动。', 'Sensitive people should not exercise outdoors; others should do less.'],
  [5, 201, 300, '重度污染', 'Heavy pollution', '#99004C', '敏感人群应停留在室内，一般人群减少户外运动。', 'Sensitive people should stay indoors; others should be outdoors less.'],
  [6, 301, null, '严重污染', 'Severe pollution', '#7E0023', '敏感人群应留在室内，一般人群应避免户外活动。', 'Sensitive people should stay indoors; everyone should avoid being outdoors.'],
].map(([level, from, to, zh, en, colour, adviceZh, adviceEn]) => ({ level, from, to, name: { zh, en }, colour, advice: { zh: adviceZh, en: adviceEn } }));

/** A number in 0…1 that depends on nothing but its arguments. */
function noise(seed, step) {
  let mixed = (seed * 374761393 + step * 668265263) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1274126177);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

function smooth(seed, hour) {
  const [step, share] = [Math.floor(hour / 9), (hour % 9) / 9];
  const eased = share * share * (3 - 2 * share);
  return noise(seed, step) * (1 - eased) + noise(seed, step + 1) * eased;
}

function indexOf(value, breakpoints) {
  const steps = [0, 50, 100, 150, 200, 300, 400, 500];
  const above = breakpoints.findIndex((point) => value <= point);
  if (above <= 0) return above === 0 ? 1 : 500;
  const share = (value - breakpoints[above - 1]) / (breakpoints[above] - breakpoints[above - 1]);
  return Math.ceil(steps[above - 1] + share * (steps[above] - steps[above - 1]));
}

const BREAKS = {
  pm2_5: [0, 35, 60, 115, 150, 250, 350, 500], pm10: [0, 50, 120, 250, 350, 420, 500, 600], o3: [0, 160, 200, 300, 400, 800, 1000, 1200],
  no2: [0, 100, 200, 700, 1200, 2340, 3090, 3840], so2: [0, 150, 500, 650, 800, 1600, 2100, 2620], co: [0, 5, 10, 35, 60, 90, 120, 150],
};

function air(city, at) {
  const hour = Math.round((at - FIRST) / HOUR);
  const south = Math.max(0, 41 - city.position[1]) / 6;
  const episode = Math.max(0, Math.sin(hour / 38 + city.position[1] / 2.4)) ** 2;
  const pm = 12 + 150 * episode * (0.35 + south) * (0.6 + 0.6 * smooth(Number(city.code), hour)) + 25 * smooth(Number(city.code) + 7, hour);
  const clock = (hour + 20) % 24;
  const missing = noise(Number(city.code), hour) < 0.015;
  const values = missing
    ? Object.fromEntries(Object.keys(BREAKS).map((name) => [name, null]))
    : {
        pm2_5: Math.round(pm), pm10: Math.round(pm * 1.4 + 20 * smooth(Number(city.code) + 3, hour)),
        o3: Math.round(40 + 90 * Math.max(0, Math.sin(((clock - 8) / 24) * 2 * Math.PI)) * smooth(5, hour)),
        no2: Math.round(15 + 50 * smooth(Number(city.code) + 9, hour)), so2: Math.round(4 + 12 * smooth(Number(city.code) + 11, hour)),
        co: Math.round((0.3 + pm / 140) * 10) / 10,
      };
  const indices = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? null : indexOf(value, BREAKS[name])]));
  const aqi = missing ? null : Math.max(...Object.values(indices));
  return {
    values, indices, aqi,
    level: aqi === null ? null : SCALE.find(({ to }) => to === null || aqi <= to).level,
    primary: aqi === null || aqi <= 50 ? [] : Object.keys(indices).filter((name) => indices[name] === aqi),
    missing: missing ? { code: 'no-readings', zh: '这一小时没有收到数据。', en: 'No readings were received for this hour.' } : null,
  };
}

const source = (synthetic) => ({ code: 'mock', synthetic, label: { zh: '开发用模拟数据', en: 'Mock data for development' } });

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

const ACCOUNTS = [
  { login: 'office', password: 'demonstration-office', name: { zh: '林晓', en: 'Lin Xiao' }, role: { zh: '联防联控办公室 · 值班', en: 'Joint office · on duty' } },
  { login: 'baoding', password: 'demonstration-baoding', name: { zh: '赵明', en: 'Zhao Ming' }, role: { zh: '保定市 · 数据管理', en: 'Baoding · data steward' } },
];
let signedIn = null;

function session() {
  return {
    signedIn: signedIn !== null, login: signedIn?.login ?? null, name: signedIn?.name ?? null, jurisdiction: null, demonstration: true, mustChangePassword: false,
    acts: signedIn ? ['episode.recommend', 'reading.review'] : [], providers: [], demonstrationAccounts: ACCOUNTS,
  };
}

function send(response, content, type = 'application/json') {
  response.writeHead(200, { 'Content-Type': type, 'Set-Cookie': 'XSRF-TOKEN=mock-token; Path=/' });
  response.end(typeof content === 'string' ? content : JSON.stringify(content));
}

function answerSession({ request, response, body, problem }) {
  if (request.method === 'GET') return send(response, session());
  if (request.headers['x-xsrf-token'] !== 'mock-token') return problem(403, 'csrf', '请求缺少防伪标记。', 'The request carries no CSRF token.');
  if (request.method === 'DELETE') {
    signedIn = null;
    response.writeHead(204);
    return response.end();
  }
  const { login, password } = JSON.parse(body);
  signedIn = ACCOUNTS.find((account) => account.login === login && account.password === password) ?? null;
  return signedIn ? send(response, session()) : problem(401, 'sign-in', '账户名或密码不正确。', 'The account name or the password is not right.');
}

/** One request of the API. */
export function answer(asked) {
  const { url, response, problem, synthetic } = asked;
  const path = url.pathname.replace('/api/v1', '');
  const at = Date.parse(url.searchParams.get('hour') ?? iso(LAST));
  if (path === '/session') return answerSession(asked);
  if (path === '/service') return send(response, { version: '0.1.0', mode: 'demo', synthetic, dataLabel: source(synthetic).label, zone: 'Asia/Shanghai' });
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
