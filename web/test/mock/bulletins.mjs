/** The life of bulletins in the mock: drafted, edited, reviewed and issued by others, read, corrected; kept while it runs. */
import { CITIES, send } from './region.mjs';

const KINDS = { daily: /^\d{4}-\d\d-\d\d$/, weekly: /^\d{4}-W\d\d$/, monthly: /^\d{4}-\d\d$/, annual: /^\d{4}$/ };
const NAMES = { daily: ['日报', 'Daily'], weekly: ['周报', 'Weekly'], monthly: ['月报', 'Monthly'], annual: ['年报', 'Annual'] };
const AUTHOR = '0190c0de-0000-7000-8000-0000000000aa';
const HOUR = 3_600_000;
const both = (zh, en = zh) => ({ zh, en });
let made = 0;
const newId = () => `0190c0de-0000-7000-9000-${String(++made).padStart(12, '0')}`;
const stamp = (at) => new Date(at).toISOString().replace('.000Z', 'Z');

function figures(period, turn) {
  const query = `/api/v1/air/region?period=${period}&cities=${CITIES.map((city) => city.code).join(',')}`;
  const figure = (name, text, at = '/count/made', code = '', zh = '', en = '') => ({ name, text, query, at, ...(code && { rule: { code, text: both(zh, en) } }) });
  return [
    figure('period', both(period), '/period'), figure('cities', both(String(CITIES.length)), '/count/withValidDays'), figure('ranked', both(String(CITIES.length - 1)), '/count/ranked'),
    figure('pm2_5', both((38.4 + turn).toFixed(1)), '/raw/pollutants/5/value', 'mean', 'HJ 663、GB 3095：各城市日值均值的平均', 'HJ 663, GB 3095: mean over cities of the means of daily values'), figure('pm2_5_year', both('下降6.2%', 'down 6.2 %'), '/raw/pollutants/5/changePercent', 'year-on-year', '与去年同期相比', 'change since the year before'),
    figure('attainment', both('71.3'), '/raw/attainmentPercent', 'attainment', 'HJ 633：AQI不超过100', 'HJ 633: AQI of at most 100'), figure('attainment_without_events', both('73.0'), '/adjusted/attainmentPercent', 'attainment-without-events', '同上，剔除经认定的异常事件日', 'the same without the days of accepted exceptional events'),
    figure('heavy', both('14'), '/raw/heavyDays', 'heavy', 'HJ 633：AQI大于200', 'HJ 633: AQI above 200'), figure('pm10', both('82.7'), '/raw/pollutants/4/value', 'mean', 'HJ 663、GB 3095：各城市日值均值的平均', 'HJ 663, GB 3095: mean over cities of the means of daily values'), figure('o3', both('141'), '/raw/pollutants/3/value', 'percentile', 'HJ 663、GB 3095：各城市日值百分位数的平均', 'HJ 663, GB 3095: mean over cities of the percentiles of daily values'),
    figure('best', both('承德市、张家口市、秦皇岛市', 'Chengde, Zhangjiakou, Qinhuangdao'), '/cleanest'), figure('worst', both('邯郸市、安阳市、邢台市', 'Handan, Anyang, Xingtai'), '/mostPolluted'),
  ];
}

const section = (key, heading, text) => ({ key, heading, text, edited: false });
const sections = () => [
  section('overview', both('一、总体情况', '1. Overview'), both('{period}，{cities}个城市PM₂.₅平均浓度为{pm2_5}微克/立方米，同比{pm2_5_year}。优良天数比例为{attainment}%；剔除经认定的异常事件日后为{attainment_without_events}%。重度及以上污染{heavy}城·天。', 'In {period}, the mean PM₂.₅ concentration of {cities} cities was {pm2_5} µg/m³, {pm2_5_year} from the year before. The air attained (AQI of at most 100) on {attainment} % of the days; without the days of accepted exceptional events, {attainment_without_events} %. Heavily polluted city-days: {heavy}.')),
  section('ranking', both('二、城市排名', '2. Ranking of cities'), both('{ranked}个城市按环境空气质量综合指数排名。较好的城市：{best}。较差的城市：{worst}。', '{ranked} cities are ranked by their composite index. The cleanest: {best}. The most polluted: {worst}.')),
  section('pollutants', both('三、各项污染物', '3. Pollutants'), both('各城市均值：PM₁₀ {pm10}微克/立方米；O₃日最大8小时第90百分位{o3}微克/立方米。', 'Means of the cities: PM₁₀ {pm10} µg/m³; 90th percentile of the daily highest eight-hour O₃ {o3} µg/m³.')),
  section('notes', both('说明', 'Notes'), both('城市值为评价点位均值；有效日需20个小时值。综合指数数值越小越好。', 'City values are means over evaluation points; days need 20 hours. Of the composite index, smaller is better.')),
];

/** The days of a period; of a week, from its Monday. */
function daysOf(period) {
  const day = (at) => new Date(at).toISOString().slice(0, 10);
  const [year, week] = [Number(period.slice(0, 4)), /W(\d\d)$/.exec(period)?.[1]];
  if (week) {
    const fourth = Date.UTC(year, 0, 4);
    const monday = fourth + (7 * (Number(week) - 1) - ((new Date(fourth).getUTCDay() + 6) % 7)) * 24 * HOUR;
    return [day(monday), day(monday + 6 * 24 * HOUR)];
  }
  if (period.length === 4) return [`${period}-01-01`, `${period}-12-31`];
  return period.length === 7 ? [`${period}-01`, day(Date.UTC(year, Number(period.slice(5)), 0))] : [period, period];
}

function newBulletin(template, period, draftedBy, synthetic, at = Date.now()) {
  const [first, last] = daysOf(period);
  const id = newId();
  return {
    readers: new Set(), turn: 0, sections: sections(),
    bulletin: {
      id, series: id, version: 1, template, period, first, last, places: CITIES.length, state: 'draft', draftedBy, draftedAt: stamp(at), synthetic, acknowledged: 0,
      title: both(`${period}区域空气质量${NAMES[template][0]}`, `${NAMES[template][1]} air quality bulletin, ${period}`),
    },
  };
}

const held = [];
let number = 0;
function numbered(one, at) {
  one.bulletin = { ...one.bulletin, state: 'issued', number: `联防通报〔2026〕${++number}号`, issuedAt: stamp(at), issueAct: newId() };
}

/** Sixty days of issued bulletins, so that the list has more than a page; the latest is still a draft. */
function begin(synthetic) {
  for (let step = 0; step < 60; step++) {
    const at = Date.UTC(2026, 3, 1) + step * 24 * HOUR;
    const one = newBulletin('daily', new Date(at).toISOString().slice(0, 10), AUTHOR, synthetic, at + 26 * HOUR);
    numbered(one, at + 29 * HOUR);
    one.bulletin.acknowledged = (step * 7) % 23;
    held.unshift(one);
  }
  for (const [template, period] of [['monthly', '2026-04'], ['weekly', '2026-W21']]) {
    const one = newBulletin(template, period, AUTHOR, synthetic, Date.UTC(2026, 5, 1, 2));
    if (template === 'monthly') numbered(one, Date.UTC(2026, 5, 1, 6));
    else one.bulletin.state = 'reviewed';
    held.unshift(one);
  }
}

const whole = (one) => ({ bulletin: one.bulletin, sections: one.sections, figures: figures(one.bulletin.period, one.turn) });

function draft({ body, response, problem, account, synthetic }) {
  const { template, period } = JSON.parse(body);
  if (!account.acts.includes('bulletin.draft')) return problem(403, 'access.no-mandate', '您没有“起草通报”的职权：需要 bulletin.draft。', 'You have no mandate for this: bulletin.draft is needed.');
  if (!KINDS[template]?.test(period)) return problem(400, 'bulletin.period-unfit', `应为 ${template} 通报的时段，收到“${period}”。`, `Expected a period of a ${template} bulletin, got "${period}".`);
  if (daysOf(period)[0] > '2026-05-31' || daysOf(period)[1] < '2026-02-27') return problem(400, 'bulletin.no-readings', `您授权范围内的城市在 ${period} 没有有效日。`, `None of the cities of your mandate has a valid day in ${period}.`);
  held.unshift(newBulletin(template, period, account.person, synthetic));
  return send(response, whole(held[0]));
}

function edit(one, key, { body, response, problem }) {
  const words = JSON.parse(body);
  const known = figures(one.bulletin.period, 0).map(({ name }) => name);
  const unknown = [...(words.zh + words.en).matchAll(/\{([a-z0-9_]{1,40})\}/g)].map((match) => match[1]).filter((name) => !known.includes(name));
  if (unknown.length > 0) return problem(400, 'bulletin.figure-unknown', `文中花括号里的 ${unknown.join()} 不存在；可用的有 ${known.join()}。`, `The text names ${unknown.join()} in braces; this bulletin has ${known.join()}.`);
  one.sections = one.sections.map((each) => (each.key === key ? { ...each, text: words, edited: true } : each));
  return send(response, whole(one));
}

function correct(one, { response, problem, account, synthetic }) {
  const { series, version, template, period } = one.bulletin;
  if (held.some(({ bulletin }) => bulletin.series === series && bulletin.version > version)) return problem(409, 'bulletin.correction-open', `通报 ${one.bulletin.id} 的更正已在起草。`, `A correction of bulletin ${one.bulletin.id} is already being drafted.`);
  const next = newBulletin(template, period, account.person, synthetic);
  next.bulletin = { ...next.bulletin, series, version: version + 1 };
  next.sections = one.sections;
  held.unshift(next);
  return send(response, whole(next));
}

function step(one, what, { response, account }) {
  if (what === 'review') one.bulletin = { ...one.bulletin, state: 'reviewed' };
  if (what === 'issue') {
    held.filter(({ bulletin }) => bulletin.series === one.bulletin.series && bulletin.state === 'issued').forEach((old) => (old.bulletin = { ...old.bulletin, state: 'superseded' }));
    numbered(one, Date.now());
  }
  if (what === 'acknowledgement' && !one.readers.has(account.person)) {
    one.readers.add(account.person);
    one.bulletin = { ...one.bulletin, acknowledged: one.bulletin.acknowledged + 1 };
  }
  return send(response, one.bulletin);
}

const NEEDED = { sections: ['draft', 'bulletin.draft'], redraft: ['draft', 'bulletin.draft'], review: ['draft', 'bulletin.issue'], issue: ['reviewed', 'bulletin.issue'], correction: ['issued', 'bulletin.draft'], acknowledgement: ['issued', null] };
const NOT = { draft: ['not-a-draft', '应为草稿', 'Expected a draft'], reviewed: ['not-reviewed', '应为已审核的通报', 'Expected a reviewed bulletin'], issued: ['not-issued', '应为已签发且有效的通报', 'Expected an issued bulletin that stands'] };

function actOn(one, what, key, asked) {
  const { problem, account, response } = asked;
  const [state, needed] = NEEDED[what] ?? [];
  if (!state) return problem(404, 'route', '没有这个接口。', 'There is no such route.');
  if (needed && !account.acts.includes(needed)) return problem(403, 'access.no-mandate', `您没有办理此事的职权：需要 ${needed}。`, `You have no mandate for this: ${needed} is needed.`);
  const { id, state: now, draftedBy } = one.bulletin;
  const [code, zh, en] = NOT[state];
  if (now !== state) return problem(409, `bulletin.${code}`, `${zh}，通报 ${id} 不是。`, `${en}, ${id} is not.`);
  if (needed === 'bulletin.issue' && draftedBy === account.person) return problem(409, 'bulletin.own-draft', `通报 ${id} 须由起草人以外的人办理。`, `Expected somebody other than the author of bulletin ${id}.`);
  if (what === 'sections') return edit(one, key, asked);
  if (what === 'correction') return correct(one, asked);
  if (what === 'redraft') return one.turn += 0.3, send(response, whole(one));
  return step(one, what, asked);
}

/** `account` is who asks, or null: what was issued is open to all, a draft to who drafts or issues. */
export function answerBulletins(asked) {
  const { request, url, path, response, problem, account, synthetic } = asked;
  if (held.length === 0) begin(synthetic);
  const [, , id, what, key] = path.split('/');
  const insider = account?.acts.some((act) => act.startsWith('bulletin.')) ?? false;
  const open = held.filter(({ bulletin }) => insider || bulletin.state === 'issued' || bulletin.state === 'superseded');
  const one = open.find(({ bulletin }) => bulletin.id === id);
  if (request.method === 'GET' && !id) {
    const [limit, from] = [Number(url.searchParams.get('limit') ?? 50), Number(url.searchParams.get('cursor') ?? 0)];
    const next = from + limit < open.length ? { next: `${url.pathname}?limit=${limit}&cursor=${from + limit}` } : {};
    return send(response, { items: open.slice(from, from + limit).map(({ bulletin }) => bulletin), ...next });
  }
  if (request.method === 'POST' && request.headers['x-xsrf-token'] !== 'mock-token') return problem(403, 'csrf', '请求缺少防伪标记。', 'The request carries no CSRF token.');
  if (request.method === 'POST' && !account) return problem(401, 'access.sign-in', '请先登录。', 'Sign in first.');
  if (!id) return draft(asked);
  if (!one) return problem(404, 'bulletin.unknown', `应为您可以看到的通报编号，收到 ${id}。`, `Expected the id of a bulletin you may see, got ${id}.`);
  if (request.method === 'GET' && !what) return send(response, whole(one));
  const type = { 'document.pdf': 'application/pdf', 'document.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }[what];
  if (request.method === 'GET' && type) return send(response, `mock ${what} ${one.bulletin.id} ${url.searchParams.get('language')}`, type);
  return actOn(one, what, key, asked);
}
