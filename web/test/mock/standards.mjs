/** Editions of the mock, shaped like the standards' and made of the mock's own breakpoints; the confidences are mixed so that each is seen. */
import { BREAKS, indexOf, SCALE, send } from './region.mjs';

const INDICES = [0, 50, 100, 150, 200, 300, 400, 500];
const unit = (pollutant) => (pollutant === 'co' ? 'mg/m3' : 'ug/m3');
const mean = (pollutant) => (pollutant === 'o3' ? '8h' : '24h');
const about = (code, from, to, zh, en) => ({ code, title: { zh, en }, from, ...(to ? { to } : {}), source: `${code}, mock`, confidence: 'A' });

function limitRows(share) {
  return Object.entries(BREAKS).flatMap(([pollutant, points]) => [
    [pollutant === 'o3' ? 'dmax8h' : '24h', 2], ['1h', 2.5], ['annual', 1.2],
  ].flatMap(([averaging, place]) => [1, 2].map((areaClass) => ({
    pollutant, averaging, areaClass, limit: Math.round(share * points[Math.floor(place)] * (areaClass === 1 ? 0.6 : 1)), unit: unit(pollutant), source: 'mock, table 1', confidence: pollutant === 'so2' ? 'M' : 'A',
  }))));
}

const breakRows = Object.entries(BREAKS).flatMap(([pollutant, points]) => [mean(pollutant), '1h'].flatMap((averaging, at) =>
  points.map((concentration, index) => ({ pollutant, averaging, index: INDICES[index], concentration: concentration * (1 + at), unit: unit(pollutant), source: 'mock, table 2', confidence: at === 1 && pollutant === 'co' ? 'C' : 'A' }))));

const STANDARDS = {
  limits: [
    { ...about('GB3095-2012', '2016-01-01', '2026-02-28', '环境空气质量标准（模拟）', 'Ambient air quality standards (mock)'), rows: limitRows(1.2) },
    { ...about('GB3095-2026-transition', '2026-03-01', '2030-12-31', '环境空气质量标准（过渡阶段，模拟）', 'Ambient air quality standards (transition, mock)'), rows: limitRows(1) },
    { ...about('GB3095-2026-final', '2031-01-01', null, '环境空气质量标准（模拟）', 'Ambient air quality standards (final, mock)'), rows: limitRows(0.8) },
  ],
  breakpoints: [
    { ...about('HJ633-2012', '2016-01-01', '2026-02-28', '环境空气质量指数技术规定（模拟）', 'Technical regulation on the AQI (mock)'), rows: breakRows },
    { ...about('HJ633-2026', '2026-03-01', null, '环境空气质量指数技术规定（模拟）', 'Technical regulation on the AQI (mock)'), rows: breakRows },
  ],
  assessment: [{ ...about('HJ663-2026', '2026-03-01', null, '环境空气质量评价技术规范（模拟）', 'Technical regulation for assessment (mock)'), confidence: 'M', rows: [{ code: 'attainment', known: true, text: 'A mock rule that is applied', confidence: 'B' }, { code: 'events', known: false, text: 'A mock rule that could not be read', confidence: 'M' }] }],
  levels: SCALE.map(({ level, from, to, name, colour }) => ({ rank: level, number: String(level), from, ...(to === null ? {} : { to }), name, colour, source: 'mock, levels', confidence: 'B' })),
};
const levelOf = (index) => SCALE.find(({ to }) => to === null || index <= to).level;

function calculated(url, edition) {
  const given = Object.keys(BREAKS).filter((name) => url.searchParams.get(name));
  const steps = given.map((pollutant) => {
    const value = Number(url.searchParams.get(pollutant));
    const high = BREAKS[pollutant].findIndex((point, at) => at > 0 && value <= point);
    const point = (at) => ({ concentration: BREAKS[pollutant][at], index: INDICES[at] });
    const index = value === 0 ? 0 : indexOf(value, BREAKS[pollutant]);
    return { pollutant, averaging: pollutant === 'o3' ? 'dmax8h' : '24h', unit: unit(pollutant), given: value, used: Math.round(value * 10) / 10, breakpoints: mean(pollutant), ...(high > 0 ? { low: point(high - 1), high: point(high) } : {}), index, level: levelOf(index) };
  });
  const aqi = Math.max(...steps.map(({ index }) => index));
  const missing = Object.keys(BREAKS).filter((name) => !given.includes(name));
  const { title, source, from, to } = edition;
  const result = missing.length === 0 || aqi > 100 ? { aqi, level: levelOf(aqi), primary: aqi > 50 ? steps.filter(({ index }) => index === aqi).map(({ pollutant }) => pollutant) : [], concerned: [] } : { primary: [], missing: steps.length === 0 ? 'nothing-observed' : 'pollutant-missing', concerned: missing };
  return { edition: edition.code, title, source, from, to, report: url.searchParams.get('report') ?? 'daily', ...result, equation: 'IAQI = …', steps };
}

export function answerStandards({ url, path, response, problem }) {
  if (path === '/standards') return send(response, STANDARDS);
  if (path === '/standards.csv') return send(response, `kind,edition,pollutant,averaging,index,concentration\n${breakRows.map((row) => `breakpoint,HJ633-2026,${row.pollutant},${row.averaging},${row.index},${row.concentration}`).join('\n')}\n`, 'text/csv');
  const edition = STANDARDS.breakpoints.find(({ code }) => path === `/standards/${code}/index`);
  return edition ? send(response, calculated(url, edition)) : problem(404, 'evaluation.edition-unknown', '没有这一版本。', 'There is no such edition.');
}
