/**
 * The first main path in a browser, on a server that holds nothing yet: a file is imported, its rejects are reviewed, the
 * map, a city and the ranking show it, and a bulletin with its figures is issued as PDF and DOCX; in Chinese, then in English.
 * Usage: node test/stories/chain.mjs --base http://127.0.0.1:8080 [--data FOLDER]
 *   --data  where the published readings are; without it numbers are made up for the twelve largest cities
 */
import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { confirmed, signedInAs, spokenOf } from './bulletins.mjs';
import { coloursOf, loaded, startBrowser, violationsOn, visitor } from './browser.mjs';

const argument = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const base = argument('--base');
if (!/^https?:\/\/[^/]+$/.test(base ?? '')) {
  console.error('expected --base http://HOST:PORT, the address of a running server without readings');
  process.exit(2);
}
const screens = join(dirname(fileURLToPath(import.meta.url)), '../../target/screens/chain');
mkdirSync(screens, { recursive: true });

const HEADER = 'timepoint,stationcode,positionname,area,longitude,latitude,so2,no2,co,o3,pm10,pm2_5,aqi,primarypollutant';
const CITIES = ['北京市', '天津市', '石家庄市', '保定市', '唐山市', '太原市', '济南市', '郑州市', '邯郸市', '德州市', '安阳市', '沧州市'];
const REJECTED = [
  { area: '火星市', stationcode: '9001A' },
  { no2: 'abc' },
  { timepoint: '2031-01-01T0100' },
  { timepoint: 'yesterday' },
];

/** A line like another with some of its fields exchanged. */
const like = (header, line, exchanged) =>
  header.split(',').map((name, at) => exchanged[name] ?? line.split(',')[at]).join(',');

/** March of the published file. */
function published(folder) {
  const text = gunzipSync(readFileSync(join(folder, 'cnemc-2026/hourly-20260226-20260531.csv.gz'))).toString('utf8');
  const [header, ...lines] = text.split('\n');
  return [header.trim(), ...lines.filter((line) => /(^|,)2026-03-\d\dT/.test(line))];
}

function madeUp() {
  const lines = [HEADER];
  for (let hour = 1; hour <= 31 * 24; hour++) {
    const end = new Date(Date.UTC(2026, 2, 1, hour)).toISOString();
    CITIES.forEach((city, at) => {
      const wave = Math.round(20 * Math.sin(hour / 9 + at));
      lines.push(`${end.slice(0, 13)}${end.slice(14, 16)},S${at},某点,${city},${(113 + at / 2).toFixed(2)},${(35 + at / 3).toFixed(2)},${8 + at},${40 + wave},0.${5 + (at % 4)},${60 - wave},${95 + wave},${50 + wave},,`);
    });
  }
  return lines;
}

function fileToImport() {
  const folder = argument('--data');
  const lines = (folder ? published(folder) : madeUp()).filter((line) => line !== '');
  const path = join(screens, 'march.csv.gz');
  const odd = REJECTED.map((exchanged) => like(lines[0], lines[1], exchanged));
  writeFileSync(path, gzipSync([...lines, ...odd, ''].join('\n')));
  return { path, rows: lines.length - 1 };
}

const STEPS = {
  async import(page, { file, again }) {
    await signedInAs(page, 'demo.forecaster', '/imports');
    await page.locator('#file').setInputFiles(file.path);
    await page.locator('[data-test="upload"] button[type="submit"]').click();
    const report = page.locator('[data-test="report"]');
    await report.waitFor({ timeout: 180_000 });
    const text = (await report.textContent()).replace(/[,\s]/g, '');
    assert.ok(text.includes(String(file.rows)), `the report says ${file.rows} rows: ${text}`);
    if (!again) assert.match(text, /4/, 'and that four were turned away');
  },
  async rejects(page, { again }) {
    if (!again) {
      await page.locator('tbody button.row').first().click();
      await page.waitForFunction(() => /import=\d+/.test(location.search));
    }
    const table = page.locator(again ? '[data-test="report"] [data-test="rejects"]' : '[data-test="detail"] [data-test="rejects"]');
    await table.locator('tbody tr').first().waitFor();
    const text = await table.textContent();
    for (const exchanged of REJECTED) {
      const [column, value] = Object.entries(exchanged)[0];
      assert.ok(text.includes(column) && text.includes(value), `the rejects name ${column} ${value}: ${text}`);
    }
  },
  async map(page) {
    await page.goto('/office/situation');
    await loaded(page);
    assert.ok((await coloursOf(page, '[data-test="map"] canvas')) > 12, 'the map is drawn');
    assert.ok((await page.locator('tbody button.row').count()) >= 12, 'the table lists the cities');
  },
  async city(page) {
    await page.goto('/office/cities/130600?period=2026-03&pollutant=pm2_5');
    await loaded(page);
    await page.locator('[data-test="chart"] svg').waitFor();
    assert.ok((await page.locator('[data-test="calendar"] button').count()) >= 31, 'every day of March stands in the calendar');
  },
  async ranking(page) {
    await page.goto('/office/ranking?period=2026-03');
    await loaded(page);
    assert.ok((await page.locator('a.row').count()) >= 10, 'the cities are ranked');
  },
  async bulletin(page, { language, template, period }) {
    await signedInAs(page, 'demo.duty', '/bulletins');
    await page.locator(`input[name="template"][value="${template}"]`).check();
    await page.locator('#draft-period').selectOption(period);
    await page.locator('[data-test="draft"] button[type="submit"]').click();
    await page.waitForURL(/\/office\/bulletins\/[0-9a-f-]{36}$/);
    await page.locator('[data-test="bulletin"] h3').first().waitFor();
    const address = new URL(page.url()).pathname.replace('/office', '');
    await signedInAs(page, 'demo.leader', address);
    await confirmed(page, 'review');
    await spokenOf(page, /已审核|Reviewed/);
    await confirmed(page, 'issue');
    await spokenOf(page, /〔\d{4}〕\d+号/);
    for (const [kind, magic] of [['pdf', '%PDF-'], ['docx', 'PK']]) {
      const waiting = page.waitForEvent('download');
      await page.locator(`[data-test="${kind}-${language}"]`).click();
      const bytes = readFileSync(await (await waiting).path());
      assert.ok(bytes.length > 4000 && bytes.subarray(0, magic.length).toString('latin1') === magic, `the ${kind} is one: ${bytes.length} bytes`);
      writeFileSync(join(screens, `${language}-bulletin.${kind}`), bytes);
    }
  },
};

const browser = await startBrowser();
const file = fileToImport();
const count = { steps: 0, failed: 0, axe: 0, errors: 0 };
const WAYS = [
  { language: 'zh-CN', template: 'monthly', period: '2026-03', again: false },
  { language: 'en', template: 'weekly', period: '2026-W11', again: true },
];
for (const way of WAYS) {
  const { context, page, errors } = await visitor(browser, base, { language: way.language });
  for (const [name, step] of Object.entries(STEPS)) {
    count.steps++;
    const began = Date.now();
    try {
      await step(page, { ...way, file });
      const found = await violationsOn(page);
      count.axe += found.length;
      found.forEach((one) => console.error(`${way.language} ${name}: ${one}`));
      console.log(`${way.language} ${name} ${((Date.now() - began) / 1000).toFixed(1)} s`);
    } catch (failure) {
      count.failed++;
      console.error(`${way.language} ${name} FAILED: ${failure.stack}`);
    }
    await page.screenshot({ path: join(screens, `${way.language}-${name}.png`), fullPage: true });
  }
  // An empty service says 404 of the air there is none of yet.
  const unexpected = errors.filter((one) => !/404/.test(one));
  count.errors += unexpected.length;
  unexpected.forEach((one) => console.error(`${way.language}: ${one}`));
  await context.close();
}
await browser.close();
console.log(`chain steps=${count.steps} failed=${count.failed} axe_violations=${count.axe} console_errors=${count.errors} rows=${file.rows}`);
process.exit(count.failed + count.axe + count.errors > 0 ? 1 : 0);
