/** What people do on the pages of arrival and standards. A story fails by throwing. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { loaded } from './browser.mjs';

/** What has arrived is not told to everybody: the first demonstration account signs in, and the page is opened again. */
export async function openArrival(page) {
  const address = page.url();
  if ((await page.locator('[data-test="heat"]').count()) === 0) {
    await page.evaluate(async () => {
      const { demonstrationAccounts } = await (await fetch('/api/v1/session')).json();
      const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
      const { login, password } = demonstrationAccounts[0];
      await fetch('/api/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) }, body: JSON.stringify({ login, password }) });
    });
    await page.goto(address);
    await loaded(page);
  }
  await page.locator('[data-test="heat"]').waitFor();
}

async function fileOf(page) {
  const waiting = page.waitForEvent('download');
  await page.locator('[data-test="csv"]').click();
  return readFileSync(await (await waiting).path(), 'utf8');
}

async function whatHasArrivedIsWalkedByKeyboard(page) {
  await page.goto('/office/arrival');
  await page.locator('[data-test="refusal"] a').waitFor();
  await openArrival(page);
  const square = page.locator('[data-test="heat"] td[tabindex="0"]');
  assert.equal(await square.count(), 1, 'Tab stops once in the map');
  await square.focus();
  const first = await page.locator('[data-test="read"]').textContent();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await page.locator('[data-test="read"]').textContent(), first, 'the day is said in words');
  assert.ok((await fileOf(page)).split('\n').length > 30, 'the file has a row per city and day');
  await page.locator('input[name="of"][value="pm2_5"]').check();
  await page.waitForFunction(() => location.search.includes('of=pm2_5'));
  await page.locator('[data-test="heat"] td[tabindex="0"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /place=\d{6}/.test(location.search));
  await page.locator('[data-test="gaps"], .gaps .muted').first().waitFor();
  await page.locator('[data-test="all"]').click();
  await page.waitForFunction(() => !location.search.includes('place='));
}

async function standardsAreReadAndTried(page) {
  await page.goto('/office/standards');
  await loaded(page);
  await page.locator('[data-test="chart"] svg').waitFor();
  await page.locator('[data-test="limits"] tbody tr').first().waitFor();
  assert.match(await fileOf(page), /breakpoint,HJ633-2026/);
  const values = { pm2_5: '80.4', pm10: '110', o3: '150', no2: '38', so2: '12', co: 'many' };
  for (const [pollutant, value] of Object.entries(values)) await page.locator(`#given-${pollutant}`).fill(value);
  await page.keyboard.press('Enter');
  await page.locator('[data-test="errors"] a').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'given-co', 'the error leads to the field');
  await page.locator('#given-co').fill('1.2');
  await page.keyboard.press('Enter');
  await page.locator('[data-test="result"]').waitFor();
  await page.waitForFunction(() => location.search.includes('pm2_5=80.4'));
  await page.locator('[data-test="result"] .link').click();
  await page.locator('dialog[open] [data-test="steps"] tbody tr').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-test="edition"]').selectOption('GB3095-2012');
  await page.waitForFunction(() => location.search.includes('edition=GB3095-2012'));
}

export const dataStories = {
  'what has arrived is walked by keyboard, city by city': whatHasArrivedIsWalkedByKeyboard,
  'standards are read, tried, downloaded': standardsAreReadAndTried,
};
