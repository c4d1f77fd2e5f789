/**
 * Walks the pages of a running server the way people do and says what it found in one line.
 * Usage: node test/stories/run.mjs --base http://127.0.0.1:8080 [--data real|synthetic] [--quick]
 *   --data   what the server was started with; the pages must say so. On synthetic data only the pages that show data are
 *            looked at, once each, because everything else is the same.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openIssued } from './bulletins.mjs';
import { loaded, startBrowser, violationsOn, visitor } from './browser.mjs';
import { importsOfAStory } from './days.mjs';
import { exportsOfAStory } from './exports.mjs';
import { openArrival } from './data.mjs';
import { stories } from './stories.mjs';

const base = process.argv[process.argv.indexOf('--base') + 1];
if (!process.argv.includes('--base') || !/^https?:\/\/[^/]+$/.test(base ?? '')) {
  console.error('expected --base http://HOST:PORT, the address of a running server');
  process.exit(2);
}
const quick = process.argv.includes('--quick');
const data = process.argv.includes('--data') ? process.argv[process.argv.indexOf('--data') + 1] : null;
if (data !== null && data !== 'real' && data !== 'synthetic') {
  console.error(`expected --data real or --data synthetic, got ${data}`);
  process.exit(2);
}
const screens = join(dirname(fileURLToPath(import.meta.url)), '../../target/screens', data === 'synthetic' ? 'synthetic' : '');

const PAGES = {
  portal: '/',
  'portal-city': '/?city=130600',
  situation: '/office/situation',
  'situation-city': '/office/situation?place=130600&pollutant=pm2_5',
  'situation-how': '/office/situation?place=130600',
  ranking: '/office/ranking?period=2026-03',
  'ranking-how': '/office/ranking',
  'ranking-without': '/office/ranking?events=without',
  city: '/office/cities/130600?period=2026-03&pollutant=pm10',
  'city-year': '/office/cities/110000',
  comparison: '/office/comparison?places=130600,110000,140100,370100&pollutant=pm2_5',
  'comparison-none': '/office/comparison?places=,',
  bulletins: '/office/bulletins',
  bulletin: '/office/bulletins',
  'sign-in': '/office/sign-in',
  'sign-in-refused': '/office/sign-in?refused=access.oidc-nobody',
  password: '/office/password',
  unknown: '/office/no-such-page',
  forbidden: '/office/forbidden',
  imports: '/office/imports',
  'imports-detail': '/office/imports?import=7',
  'imports-preview': '/office/imports',
  arrival: '/office/arrival?period=2026-03-01/2026-05-31',
  'arrival-refused': '/office/arrival',
  'arrival-city': '/office/arrival?period=2026-03&place=130600&of=pm2_5',
  standards: '/office/standards?edition=GB3095-2026-transition',
  'standards-trial': '/office/standards?edition=GB3095-2026-transition&so2=12&no2=38&co=1.2&o3=150&pm10=110&pm2_5=80.4',
  exports: '/office/exports',
  'exports-list': '/office/exports?of=readings&format=parquet',
};

/** The form of who may import, with a file chosen; the answers are the story's own. */
async function openForm(page) {
  await importsOfAStory(page);
  await page.reload();
  await page.locator('#file').setInputFiles({ name: 'good.csv', mimeType: 'text/csv', buffer: Buffer.from('timepoint\n') });
}

/** What is opened on a page before it is looked at. */
const OPENED = {
  'ranking-how': async (page) => {
    // The month may be too young for a rank; of any span there is one.
    if ((await page.locator('[data-test="span"]').count()) > 0) await page.locator('[data-test="span"]').click();
    await page.locator('[data-test="how"]').click();
    await page.locator('dialog[open] tfoot').waitFor();
  },
  'imports-detail': async (page) => {
    await importsOfAStory(page);
    await page.reload();
    await loaded(page);
    await page.locator('[data-test="detail"] [data-test="rejects"]').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
  },
  'exports-list': async (page) => {
    await exportsOfAStory(page);
    await page.reload();
    await loaded(page);
    // The page goes on asking how far the export is: the answers of the story stay, and this page is walked last.
    await page.locator('[data-test="exports"] > li').first().waitFor();
    await page.locator('[data-test="estimate"]', { hasText: /3,600/ }).waitFor();
  },
  'imports-preview': async (page) => {
    await openForm(page);
    await page.locator('input[name="way"][value="own"]').check();
    await page.locator('#mapping-text').fill('station = stationcode');
    await page.locator('[data-test="look"]').click();
    await page.locator('[data-test="understood"]').waitFor();
    await page.unrouteAll({ behavior: 'wait' }); // the pages that follow ask the server who asks
  },
  arrival: openArrival,
  'arrival-city': openArrival,
  'standards-trial': async (page) => page.locator('[data-test="result"]').waitFor(),
  bulletin: openIssued,
  'situation-how': async (page) => {
    await page.locator('[data-test="card"] .link').click();
    await page.locator('[data-test="steps"] tbody tr').first().waitFor();
  },
};

const began = Date.now();
const count = { pages: 0, shots: 0, axe: 0, errors: 0, stories: 0, failed: 0 };

const everyWay = (themes) =>
  ['zh-CN', 'en'].flatMap((language) => themes.flatMap((theme) => ['desktop', 'phone'].map((size) => [language, theme, size])));

function tell(where, findings) {
  for (const finding of findings) console.log(`  ${where}: ${finding}`);
  return findings.length;
}

async function look(page, errors, name, way) {
  const where = `${name}-${way.language === 'en' ? 'en' : 'zh'}-${way.theme}-${way.size}`;
  try {
    await page.goto(PAGES[name]);
    await loaded(page);
    await OPENED[name]?.(page);
    if (way.size === 'phone') {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.screen.width);
      if (over > 1) errors.push(`the page is ${over} px wider than the screen`);
    }
    count.axe += tell(where, await violationsOn(page));
    await page.screenshot({ path: join(screens, `${where}.png`), fullPage: way.size === 'phone' && !name.endsWith('-how') });
    count.shots++;
  } catch (cause) {
    errors.push(`not loaded: ${cause.message.split('\n')[0]}`);
  }
  count.errors += tell(where, errors.splice(0));
}

/** One visitor walks all the pages, so that the browser loads and compiles the scripts once per visitor and not per page. */
async function walk(browser, names, way) {
  const { context, page, errors } = await visitor(browser, base, way);
  for (const name of names) await look(page, errors, name, way);
  await context.close();
}

async function tellStory(browser, title, story) {
  const { context, page, errors } = await visitor(browser, base);
  const start = Date.now();
  try {
    await story(page, errors, data);
    count.stories++;
    console.log(`  told: ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  } catch (cause) {
    count.failed += tell(title, [cause.message.split('\n').slice(0, 4).join(' ')]);
    await page.screenshot({ path: join(screens, `failed-${count.failed}.png`) });
  }
  count.errors += tell(title, errors);
  await context.close();
}

async function largestPaint(browser) {
  const { context, page } = await visitor(browser, base);
  await page.addInitScript(() => {
    window.largest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.largest = entry.startTime)))
      .observe({ type: 'largest-contentful-paint', buffered: true });
  });
  const times = [];
  for (let turn = 0; turn < 3; turn++) {
    await page.goto('/');
    await loaded(page);
    await page.waitForFunction(() => window.largest > 0, null, { timeout: 10_000 });
    await page.waitForTimeout(300);
    times.push(await page.evaluate(() => window.largest));
  }
  await context.close();
  return Math.round(times.sort((a, b) => a - b)[1]);
}

mkdirSync(screens, { recursive: true });
const browser = await startBrowser();
try {
  const names = Object.keys(PAGES).filter((name) => data !== 'synthetic' || /^(portal|situation|ranking|city|comparison)/.test(name));
  count.pages = names.length;
  const ways = data === 'synthetic' ? [['zh-CN', 'light', 'desktop']] : everyWay(quick ? ['light'] : ['light', 'dark']);
  const waiting = [
    ...ways.map(([language, theme, size]) => () => walk(browser, names, { language, theme, size })),
    ...Object.entries(stories).map(([title, story]) => () => tellStory(browser, title, story)),
  ];
  // Two at a time: while one page waits for the server, the other is drawn.
  await Promise.all([1, 2].map(async () => { for (let next = waiting.shift(); next; next = waiting.shift()) await next() }));
  const lcp = await largestPaint(browser);
  const failed = count.axe + count.errors + count.failed + (lcp > 0 && lcp < 1500 ? 0 : 1);
  console.log(
    `stories pages=${count.pages} shots=${count.shots} stories=${count.stories} failed=${count.failed} ` +
      `axe_violations=${count.axe} console_errors=${count.errors} lcp_ms=${lcp} seconds=${Math.round((Date.now() - began) / 1000)}`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await browser.close();
}
