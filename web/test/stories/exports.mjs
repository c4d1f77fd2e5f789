/** What people do to take data away. A story fails by throwing. */
import { strict as assert } from 'node:assert';
import { loaded } from './browser.mjs';

const PERSON = '0190c0de-0000-7000-8000-0000000000aa';
const QUERY = { of: 'readings', format: 'csv', cities: ['130600'], stations: [], pollutants: ['so2', 'no2', 'co', 'o3', 'pm10', 'pm2_5'], from: '2026-03-01', to: '2026-03-30', flags: true };
const common = (at, state) => ({ id: `0190c0de-0000-7000-8000-00000000000${at}`, query: QUERY, askedAt: '2026-03-31T02:00:00Z', state, rowsExpected: 2_093_640, held: false, rows: 0, share: 0 });
const DONE = { rows: 3_590, rowsExpected: 3_600, share: 1, rowsPerSecond: 21_480, bytes: 811_340, sha256: 'ab12'.repeat(16), endedAt: '2026-03-31T02:00:01Z', expires: '2026-04-03T02:00:01Z', held: true, synthetic: true };

/** Somebody signed in, and exports of their own, so that the story changes nothing of the server it runs against. */
export async function exportsOfAStory(page) {
  let rows = [
    { ...common(1, 'running'), query: { ...QUERY, format: 'parquet', cities: [], from: '2025-01-01', to: '2025-12-31' }, rows: 801_220, share: 0.391, rowsPerSecond: 12_410, secondsLeft: 101 },
    { ...common(2, 'done'), ...DONE },
    { ...common(3, 'done'), ...DONE, query: { ...QUERY, of: 'city-days', format: 'xlsx' }, held: false },
    { ...common(4, 'failed'), failure: '导出空间已满；请删除自己的部分文件，或待其他文件到期后再试' },
  ];
  let looks = 0;
  const json = (route, content, status = 200) => route.fulfill({ status, contentType: status < 400 ? 'application/json' : 'application/problem+json', body: JSON.stringify(content) });
  await page.route('**/api/v1/session', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const session = await (await route.fetch()).json();
    return json(route, { ...session, signedIn: true, login: 'story', person: PERSON, name: { zh: '故事', en: 'Story' }, mustChangePassword: false, acts: [] });
  });
  await page.route(/\/api\/v1\/exports(\?|\/|$)/, (route) => {
    const { pathname } = new URL(route.request().url());
    const method = route.request().method();
    const id = pathname.split('/')[4];
    if (method === 'POST' && JSON.parse(route.request().postData()).format === 'xlsx' && JSON.parse(route.request().postData()).of === 'readings') {
      return json(route, { status: 400, code: 'sharing.too-many-rows', detail: '一个工作表最多 1048575 行，将有至多 2093640 行；请改用 csv、geojson 或 parquet', requestId: 'story-400' }, 400);
    }
    if (id === 'estimate') return json(route, { rows: 3_600, bytes: 813_600 });
    if (method === 'POST') {
      rows = [{ ...common(5, 'queued'), query: { ...QUERY, ...JSON.parse(route.request().postData()), stations: [] } }, ...rows];
      return json(route, rows[0], 202);
    }
    if (!id) return json(route, { items: rows });
    if (method === 'DELETE') {
      rows = rows.flatMap((one) => (one.id !== id ? [one] : one.state === 'running' ? [{ ...one, state: 'cancelled' }] : []));
      return route.fulfill({ status: 204 });
    }
    if (pathname.endsWith('/file')) return route.fulfill({ status: 200, contentType: 'text/csv', headers: { 'Content-Disposition': 'attachment; filename="airshed-SYNTHETIC-readings.csv"' }, body: 'city,day\r\n130600,2026-03-01\r\n' });
    rows = rows.map((one) => (one.id.endsWith('5') && ++looks > 1 ? { ...one, ...DONE, state: 'done' } : one));
    return json(route, rows.find((one) => one.id === id));
  });
}

async function aFileIsAskedForFollowedAndFetched(page, errors) {
  await page.goto('/office/exports');
  await loaded(page);
  await page.locator('[data-test="refusal"] a').waitFor();
  await exportsOfAStory(page);
  await page.goto('/office/exports?of=readings&format=xlsx');
  await loaded(page);
  await page.locator('[data-test="estimate"].warn', { hasText: '1048575' }).waitFor();
  await page.locator('[data-test="export"] button[type="submit"]').click();
  await page.locator('[data-test="errors"]', { hasText: 'parquet' }).waitFor();
  for (let at = errors.length - 1; at >= 0; at--) if (/400/.test(errors[at])) errors.splice(at, 1);
  await page.locator('input[name="format"][value="csv"]').check();
  await page.locator('[data-test="export-places"] summary').click();
  await page.locator('[data-test="export-places"] input').first().check();
  await page.waitForFunction(() => /of=readings/.test(location.search) && /places=\d+/.test(location.search) && !/xlsx/.test(location.search));
  await page.locator('[data-test="estimate"].muted', { hasText: /3,600/ }).waitFor();
  const list = page.locator('[data-test="exports"] > li');
  assert.equal(await list.count(), 4);
  await page.locator('[data-test="export"] button[type="submit"]').click();
  await page.locator('[data-test="exports"] > li:nth-child(5)').waitFor();
  await page.locator('[data-test="exports"] > li:first-child[data-state="done"]').waitFor();
  const waiting = page.waitForEvent('download');
  await list.first().locator('[data-test="fetch"]').click();
  assert.match((await waiting).suggestedFilename(), /SYNTHETIC/, 'synthetic data are labelled in the file’s name');
  await page.locator('[data-test="exports"] > li[data-state="running"] [data-test="remove"]').click();
  await page.locator('[data-test="exports"] > li[data-state="cancelled"]').waitFor();
  await list.first().locator('[data-test="remove"]').click();
  await page.waitForFunction(() => document.querySelectorAll('[data-test="exports"] > li').length === 4);
}

async function aDownloadLeadsToMore(page) {
  await page.goto('/office/cities/130600');
  await loaded(page);
  await page.locator('[data-test="to-exports"]').click();
  await page.waitForFunction(() => location.pathname === '/office/exports' && location.search.includes('places=130600'));
}

export const exportStories = {
  'a file is asked for, followed, fetched; another is called off': aFileIsAskedForFollowedAndFetched,
  'a download leads to larger ones': aDownloadLeadsToMore,
};
