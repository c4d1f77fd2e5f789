/** What people do on the pages of days, periods and imports. A story fails by throwing. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { loaded } from './browser.mjs';

async function csvOf(page) {
  const waiting = page.waitForEvent('download');
  await page.locator('[data-test="csv"]').click();
  const file = await waiting;
  const text = readFileSync(await file.path(), 'utf8');
  assert.ok(text.trim().split('\n').length > 1, 'the file has lines');
  if ((await page.locator('[data-test="synthetic"]').count()) > 0) assert.match(text + file.suggestedFilename(), /SYNTHETIC|,true\b/i, 'synthetic data are labelled in the file too');
}

async function rankingIsReadAndLeadsToACity(page) {
  await page.goto('/office/ranking');
  await loaded(page);
  const ranked = page.locator('a.row');
  // The month of the last day held may be too young for a rank; the page then says why and leads to the days there are.
  if ((await ranked.count()) === 0) {
    await page.locator('[data-test="unranked"] tbody tr').first().waitFor();
    await page.locator('[data-test="span"]').click();
    await page.waitForFunction(() => /period=/.test(location.search));
    await ranked.first().waitFor();
  }
  await page.locator('input[name="events"][value="without"]').check();
  await page.waitForFunction(() => location.search.includes('events=without'));
  await page.locator('.note', { hasText: '异常事件' }).waitFor();
  await csvOf(page);
  await page.locator('[data-test="how"]').click();
  await page.locator('dialog[open] tfoot').waitFor();
  await page.keyboard.press('Escape');
  await ranked.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/office\/cities\/\w+\?period=/);
  await page.locator('[data-test="calendar"] button').first().waitFor();
}

async function cityDaysAreWalkedByKeyboard(page) {
  await page.goto('/office/cities/130600');
  await loaded(page);
  const stop = page.locator('[data-test="calendar"] button[tabindex="0"]');
  assert.equal(await stop.count(), 1, 'Tab passes the calendar in one step');
  await stop.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /day=\d{4}-\d\d-\d\d/.test(location.search));
  assert.match(await page.locator('[data-test="calendar"] button[aria-pressed="true"]').textContent(), /星期.*(AQI \d+|缺测)/, 'the day is spoken with its value');
  await page.locator('input[name="measure"][value="pm10"]').check();
  await page.waitForFunction(() => location.search.includes('pollutant=pm10'));
  await page.locator('[data-test="chart"] svg').waitFor();
  assert.equal(await page.locator('[data-test="statistics"] tbody tr').count(), 6);
  await csvOf(page);
  await page.locator('[data-test="day"] a').click();
  await page.waitForURL(/\/office\/situation\?place=130600&hour=/);
}

async function windStandsBesideTheDays(page) {
  await page.goto('/office/cities/130600?period=2026-03');
  await loaded(page);
  if ((await page.locator('[data-test="wind"]').count()) === 0) return; // the server's readings have no wind
  assert.match(await page.locator('[data-test="wind-row"]').getAttribute('aria-label'), /风/);
  assert.match(await page.locator('[data-test="wind"] .text').textContent(), /平均风速 \d+\.\d m\/s.*静风/);
  await page.locator('[data-test="wind-rose"] summary').click();
  assert.equal(await page.locator('[data-test="wind-rose"] tbody tr').count(), 16);
  const waiting = page.waitForEvent('download');
  await page.locator('[data-test="wind-csv"]').click();
  assert.match((await waiting).suggestedFilename(), /wind-130600/);
}

async function citiesAreCompared(page) {
  await page.goto('/office/comparison');
  await loaded(page);
  assert.equal(await page.locator('[data-test="statistics"] thead th').count(), 3, 'two cities are compared from the start');
  await page.locator('[data-test="places"] summary').click();
  await page.locator('[data-test="places"] input:not(:checked)').first().check();
  await page.waitForFunction(() => /places=\w+(%2C|,)\w+(%2C|,)\w+/.test(location.search));
  await page.keyboard.press('Escape');
  await page.locator('[data-test="statistics"] thead th').nth(3).waitFor();
  await page.locator('input[name="measure"][value="pm2_5"]').check();
  await page.waitForFunction(() => location.search.includes('pollutant=pm2_5'));
  await page.locator('[data-test="chart"] svg').waitFor();
  await csvOf(page);
  await page.locator('.remove').first().click();
  await page.locator('[data-test="statistics"] thead th').nth(3).waitFor({ state: 'detached' });
}

const IMPORT = {
  number: 7, file: 'story.csv', at: '2026-03-02T01:00:00Z', person: '0190c0de-0000-7000-8000-0000000000aa', rows: 2, entered: 2, revised: 0, duplicates: 0, rejected: 1, complete: true, undoing: false,
  sha256: 'ab'.repeat(32), parts: [{ act: '0190c0de-0000-7000-8000-0000000000ac', jurisdiction: '130600', root: 'cd'.repeat(32), rows: 2, stations: 2, stationsRoot: 'ef'.repeat(32) }], otherEntered: 0, otherRevised: 0,
};
const period = (from, longitude_deg, to) => ({ from, ...(to ? { to } : {}), name: '游泳馆', role: 'evaluation', tier: 'national', longitude_deg, latitude_deg: 38.86, settled: [] });
const STATIONS = [
  { station: '1051A', jurisdiction: '130600', change: 'moved', before: [period('2026-02-28T16:00:00Z', 115.49)], after: [period('2026-02-28T16:00:00Z', 115.49, '2026-03-01T00:00:00Z'), period('2026-03-01T00:00:00Z', 115.51)] },
  { station: '1052A', jurisdiction: '130600', change: 'entered', before: [], after: [{ ...period('2026-03-01T00:00:00Z', 115.53), name: '华电二区' }] },
];
const REJECT = { line: 3, column: 'timepoint', value: 'yesterday', expected: '形如 2026-03-01T0100 的小时' };

/** Somebody who may import, and a register of their own, so that the story changes nothing of the server it runs against. */
export async function importsOfAStory(page) {
  const rows = [IMPORT];
  const json = (route, content, status = 200) => route.fulfill({ status, contentType: status < 400 ? 'application/json' : 'application/problem+json', body: JSON.stringify(content) });
  await page.route('**/api/v1/session', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const session = await (await route.fetch()).json();
    return json(route, { ...session, signedIn: true, login: 'story', person: IMPORT.person, name: { zh: '故事', en: 'Story' }, mustChangePassword: false, acts: ['observation.import'] });
  });
  await page.route(/\/api\/v1\/imports(\?|\/|$)/, async (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (pathname.endsWith('/running')) return json(route, { items: [] });
    if (pathname.endsWith('/preview')) return json(route, { header: ['timepoint', 'pm2_5'], rows: [{ line: 2, station: '1051A', area: '保定市', hourEnd: '2026-03-01T01:00:00Z', values: { so2: 9, no2: 30, co: null, o3: 20, pm10: 150, pm2_5: 80 } }], rejects: [REJECT], notes: [] });
    if (pathname.endsWith('/stations')) return json(route, { items: STATIONS });
    if (pathname.endsWith('/rejects')) return json(route, { items: [REJECT] });
    if (pathname.endsWith('/undo')) {
      rows[0] = { ...IMPORT, other: 8 };
      return json(route, { batch: 8, rows: 0, values: 0, entered: 0, revised: 2, unchanged: 0, duplicates: 0, otherEntered: 0, otherRevised: 0, rejected: 0, rejects: [], notes: [] });
    }
    if (route.request().method() === 'GET') return json(route, { items: rows });
    if (searchParams.get('name') === 'odd.csv') return json(route, { status: 400, code: 'observation.unreadable', detail: '应有 timepoint 列，odd.csv 没有', requestId: 'story-400' }, 400);
    return json(route, { batch: 9, rows: 2, values: 12, entered: 2, revised: 0, unchanged: 0, duplicates: 0, otherEntered: 4, otherRevised: 0, rejected: 1, rejects: [REJECT], notes: [] });
  });
}

async function fileIsImportedAndUndone(page, errors) {
  await page.goto('/office/imports');
  await loaded(page);
  await page.locator('[data-test="refusal"] a').waitFor();
  await importsOfAStory(page);
  await page.reload();
  await page.locator('[data-test="upload"] button[type="submit"]').click();
  await page.locator('[data-test="errors"] a').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'file', 'the error leads to the field');
  const file = (name) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('timepoint\n') });
  await page.locator('#file').setInputFiles(file('odd.csv'));
  await page.locator('[data-test="upload"] button[type="submit"]').click();
  await page.locator('[data-test="errors"]', { hasText: 'timepoint' }).waitFor();
  for (let at = errors.length - 1; at >= 0; at--) if (/400/.test(errors[at])) errors.splice(at, 1);
  await page.locator('#file').setInputFiles(file('good.csv'));
  await page.locator('input[name="way"][value="own"]').check();
  await page.locator('[data-test="look"]').click();
  await page.locator('[data-test="errors"] a', { hasText: '列映射' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'mapping-text', 'the error leads to the mapping');
  await page.locator('#mapping-text').fill('station = 站点编号');
  await page.locator('[data-test="look"]').click();
  await page.locator('[data-test="understood"] tbody', { hasText: '1051A' }).waitFor();
  await page.locator('[data-test="preview"] [data-test="rejects"]', { hasText: 'yesterday' }).waitFor();
  await page.locator('[data-test="upload"] button[type="submit"]').click();
  await page.locator('[data-test="report"]', { hasText: 'yesterday' }).waitFor();
  await page.locator('[data-test="report"] dl', { hasText: '其他监测因子新入库4' }).waitFor();
  await page.locator('tbody button.row').first().click();
  await page.waitForFunction(() => location.search.includes('import=7'));
  await page.locator('[data-test="detail"] [data-test="rejects"] tbody tr').first().waitFor();
  await page.locator('[data-test="detail"] [data-test="stations"] tbody tr', { hasText: '1051A' }).filter({ hasText: '移动' }).waitFor();
  const waiting = page.waitForEvent('download');
  await page.locator('[data-test="save-rejects"]').click();
  assert.match(readFileSync(await (await waiting).path(), 'utf8'), /^line,column,value,expected\r\n3,timepoint,yesterday,/);
  await page.locator('[data-test="undo"]').click();
  assert.match(await page.locator('dialog[open]').textContent(), /不删除任何内容/, 'the confirmation says what will happen');
  await page.locator('[data-test="undo-confirm"]').click();
  await page.locator('[data-test="report"]', { hasText: '已撤销' }).waitFor();
  await page.locator('tbody', { hasText: '已被第 8 次撤销' }).waitFor();
}

export const daysStories = {
  'the ranking is read, explained, downloaded, and leads to a city': rankingIsReadAndLeadsToACity,
  'cities are compared': citiesAreCompared,
  'a file is imported, looked at and undone': fileIsImportedAndUndone,
  'a city’s days are walked by keyboard': cityDaysAreWalkedByKeyboard,
  'the wind stands beside a city’s days': windStandsBesideTheDays,
};
