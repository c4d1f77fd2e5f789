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
  // The month of the last day held may be too young for a rank; the page then says why and leads one period back.
  if ((await ranked.count()) === 0) {
    await page.locator('[data-test="unranked"] tbody tr').first().waitFor();
    await page.locator('.empty button').click();
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

export const daysStories = {
  'the ranking is read, explained, downloaded, and leads to a city': rankingIsReadAndLeadsToACity,
  'cities are compared': citiesAreCompared,
  'a city’s days are walked by keyboard': cityDaysAreWalkedByKeyboard,
};
