/** Chromium under playwright-core, started so that WebGL works without a graphics card and nothing is fetched from outside. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless', '--lang=zh-CN', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
    ],
  });
}

/** A fresh visitor of one language, theme and size. Every console error and failed request is written into `errors`. */
export async function visitor(browser, base, { language = 'zh-CN', theme = 'light', size = 'desktop' } = {}) {
  const context = await browser.newContext({
    baseURL: base, viewport: SIZES[size], locale: language, colorScheme: theme, timezoneId: 'Asia/Shanghai',
    isMobile: size === 'phone', hasTouch: size === 'phone', acceptDownloads: true, reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const errors = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`) });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== base) errors.push(`asks a foreign address: ${request.url()}`);
  });
  return { context, page, errors };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What stands against WCAG 2.2 AA on the page as it is now. */
export async function violationsOn(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`);
}

/** Waits for the page's own word that its data are drawn. */
export const loaded = (page) => page.waitForSelector('html[data-loaded="true"]', { state: 'attached' });

/** How many different colours the picture of an element holds, sampled on a grid: a blank map has one or two. */
export async function coloursOf(page, selector) {
  const picture = (await page.locator(selector).screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const shown = new Image();
    shown.src = `data:image/png;base64,${data}`;
    await shown.decode();
    const image = await createImageBitmap(shown);
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const seen = new Set();
    for (let x = 4; x < image.width; x += 7) {
      for (let y = 4; y < image.height; y += 7) seen.add(context.getImageData(x, y, 1, 1).data.join());
    }
    return seen.size;
  }, picture);
}
