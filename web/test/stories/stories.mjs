/** What people do on the pages, told step by step. A story fails by throwing. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { bulletinStories } from './bulletins.mjs';
import { coloursOf, loaded } from './browser.mjs';
import { dataStories } from './data.mjs';
import { daysStories } from './days.mjs';
import { exportStories } from './exports.mjs';

const labelOf = (page) => page.locator('.city-label b').first().textContent();

/** Answers of the server that the story itself provokes are no errors of the page. */
const expectErrors = (errors, pattern) => {
  for (let at = errors.length - 1; at >= 0; at--) if (pattern.test(errors[at])) errors.splice(at, 1);
};

async function mapSlideChooseDownload(page) {
  await page.goto('/office');
  await loaded(page);
  const colours = await coloursOf(page, '[data-test="map"] canvas');
  assert.ok(colours > 12, `the map is blank: ${colours} colours`);

  const slider = page.locator('[data-test="hour"]');
  const before = await slider.getAttribute('aria-valuetext');
  await slider.focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => /hour=\d{4}-\d\d-\d\dT\d\dZ/.test(location.search));
  assert.notEqual(await slider.getAttribute('aria-valuetext'), before, 'the slider names the new hour');

  await page.locator('input[name="measure"][value="pm10"]').check();
  await page.waitForFunction(() => location.search.includes('pollutant=pm10'));
  await page.locator('thead').getByText('10').first().waitFor();
  await labelOf(page);

  const row = page.locator('tbody button.row').first();
  await row.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[data-test="card"]').waitFor();
  await page.locator('[data-test="chart"] svg').waitFor();
  assert.match(await page.evaluate(() => location.search), /place=\w+/, 'the chosen city stands in the address');

  await page.locator('[data-test="card"] .link').click();
  await page.locator('dialog[open]').waitFor();
  await page.locator('[data-test="steps"] tbody tr').first().waitFor();
  await page.keyboard.press('Escape');

  const waiting = page.waitForEvent('download');
  await page.locator('[data-test="csv"]').click();
  const file = await waiting;
  const text = readFileSync(await file.path(), 'utf8');
  assert.ok(text.split('\n').length > 10, `the file has ${text.split('\n').length} lines`);
  const labelled = await page.locator('[data-test="synthetic"]').count();
  if (labelled > 0) assert.match(text + file.suggestedFilename(), /SYNTHETIC/i, 'synthetic data are labelled in the file too');
}

async function addressBringsTheViewBack(page) {
  await page.goto('/office/situation?place=130600&pollutant=o3');
  await loaded(page);
  assert.equal(await page.locator('[data-test="place"]').inputValue(), '130600');
  assert.ok(await page.locator('input[name="measure"][value="o3"]').isChecked());
  await page.locator('[data-test="card"]').waitFor();
}

async function hourRunsByItself(page) {
  await page.goto('/office');
  await loaded(page);
  await page.locator('[data-test="hour"]').focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft');
  const text = () => page.locator('[data-test="hour"]').getAttribute('aria-valuetext');
  const before = await text();
  await page.locator('[data-test="play"]').click();
  await page.waitForFunction((start) => document.querySelector('[data-test="hour"]').getAttribute('aria-valuetext') !== start, before);
  await page.locator('[data-test="play"]').click();
}

async function signInAndOut(page, errors) {
  await page.goto('/office');
  await loaded(page);
  await page.locator('[data-test="sign-in"]').click();
  await page.locator('form').waitFor();
  await page.locator('button[type="submit"]').click();
  await page.locator('[data-test="errors"]').waitFor();
  await page.locator('#login').fill('nobody');
  await page.locator('#password').fill('wrong');
  await page.locator('button[type="submit"]').click();
  await page.locator('[data-test="errors"] li').first().waitFor();
  expectErrors(errors, /401|400/);
  const account = page.locator('[data-test="accounts"] button').first();
  await account.waitFor();
  await account.click();
  await page.locator('[data-test="who"] summary').click();
  await page.locator('[data-test="sign-out"]').click();
  await page.locator('[data-test="sign-in"]').waitFor();
  expectErrors(errors, /401|400/);
}

/** Signs in as the last of the demonstration's people, whom no other story needs; answers their present password. */
async function signedIn(page) {
  await page.goto('/office/sign-in');
  await loaded(page);
  const account = page.locator('[data-test="accounts"] button').last();
  const password = (await account.locator('code').textContent()).split(' / ')[1];
  await account.click();
  await page.locator('[data-test="who"]').waitFor();
  return password;
}

async function choosePassword(page, current, replacement, again = replacement) {
  await page.locator('#current').fill(current);
  await page.locator('#replacement').fill(replacement);
  await page.locator('#again').fill(again);
  await page.locator('button[type="submit"]').click();
}

const OWN_PASSWORD = 'seven grey herons on the Juma';

async function passwordIsChanged(page, errors) {
  const given = await signedIn(page);
  await page.locator('[data-test="who"] summary').click();
  await page.locator('[data-test="to-password"]').click();
  await page.locator('[data-test="password"]').waitFor();
  await choosePassword(page, given, 'short');
  await page.locator('#replacement-error').waitFor();
  await choosePassword(page, given, OWN_PASSWORD, 'something else');
  await page.locator('#again-error').waitFor();
  await choosePassword(page, 'not the present one', OWN_PASSWORD);
  await page.locator('#current-error').waitFor();
  assert.match(await page.locator('[data-test="errors"]').textContent(), /当前密码不正确/, 'the server’s sentence');
  await choosePassword(page, given, 'aaaaaaaaaaaaaaaa');
  await page.locator('#replacement-error').waitFor();
  expectErrors(errors, /400/);
  await choosePassword(page, given, OWN_PASSWORD);
  await page.locator('[data-test="password-changed"]').waitFor();
  await page.goto('/office/password');
  await loaded(page);
  await page.locator('button[type="submit"]:enabled').waitFor();
  await choosePassword(page, OWN_PASSWORD, given);
  await page.locator('[data-test="password-changed"]').waitFor();
}

/** The session is the server's own but for one field, because a demonstration has nobody who must choose. */
async function whoMustChooseIsLedToThePassword(page) {
  let must = false;
  await page.route('**/api/v1/session', async (route) => {
    const answer = await route.fetch();
    if (route.request().method() !== 'GET') return route.fulfill({ response: answer });
    const session = await answer.json();
    await route.fulfill({ response: answer, json: { ...session, mustChangePassword: must && session.signedIn } });
  });
  await page.goto('/office/sign-in');
  await loaded(page);
  must = true;
  await page.locator('[data-test="accounts"] button').first().click();
  await page.locator('[data-test="password"] .must').waitFor();
  await page.goto('/office/situation');
  await page.locator('[data-test="password"] .must').waitFor();
  assert.match(page.url(), /\/office\/password\?from=/, 'and remembers where they were going');
}

async function providerRefusalIsASentence(page) {
  const wanted = { 'access.oidc-nobody': /没有与该账户关联的人员/, 'access.oidc-failed': /未确认登录/, 'access.no-such-code': /未能通过身份认证服务登录/ };
  for (const [code, sentence] of Object.entries(wanted)) {
    await page.goto(`/office/sign-in?refused=${code}`);
    await loaded(page);
    assert.match(await page.locator('[data-test="errors"]').textContent(), sentence);
  }
}

async function dataSayWhatTheyAre(page, _, data) {
  for (const path of ['/', '/office', '/office/ranking', '/office/cities/130600', '/office/comparison']) {
    await page.goto(path);
    await loaded(page);
    const labels = await page.locator('[data-test="synthetic"]').count();
    if (data === 'synthetic') assert.equal(labels, 1, `${path} labels synthetic data`);
    if (data === 'real') assert.equal(labels, 0, `${path} does not call real data synthetic`);
  }
}

async function problemIsASentence(page, errors) {
  await page.route('**/api/v1/air/cities?*', (route) =>
    route.fulfill({
      status: 503, contentType: 'application/problem+json', headers: { 'X-Request-Id': 'story-503' },
      body: JSON.stringify({ status: 503, title: 'Service Unavailable', requestId: 'story-503' }),
    }),
  );
  await page.goto('/office');
  await loaded(page);
  const alert = page.locator('[role="alert"]').first();
  assert.match((await alert.textContent()) ?? '', /请稍后重试/, 'a sentence in Chinese');
  assert.match((await alert.textContent()) ?? '', /story-503/, 'with the request id');
  await page.unroute('**/api/v1/air/cities?*');
  await alert.locator('button').click();
  await page.locator('tbody button.row').first().waitFor();
  expectErrors(errors, /503/);
}

async function languageThemeAndPaletteAreRemembered(page) {
  await page.goto('/office');
  await loaded(page);
  await page.locator('[data-test="language"]').click();
  await page.locator('[data-test="theme"]').click();
  await page.locator('[data-test="palette"]').check();
  await page.reload();
  await loaded(page);
  const root = await page.evaluate(() => ({ lang: document.documentElement.lang, ...document.documentElement.dataset }));
  assert.deepEqual([root.lang, root.theme, root.palette], ['en', 'dark', 'clear']);
  assert.equal(await page.locator('h1').textContent(), 'Situation now');
}

async function citizenFindsTheirCity(page) {
  await page.goto('/');
  await loaded(page);
  await page.locator('#city').fill('保定市');
  await page.keyboard.press('Enter');
  await page.locator('[data-test="city"]').waitFor();
  assert.ok(((await page.locator('[data-test="city"]').textContent()) ?? '').length > 10, 'level and advice in words');
  await page.locator('#city').fill('没有这座城');
  await page.keyboard.press('Enter');
  await page.locator('#not-found').waitFor();
}

async function pageIsWorkedByKeyboard(page) {
  await page.goto('/office');
  await loaded(page);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip', 'the first stop skips to the content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  const seen = new Set();
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => document.activeElement.dataset.test ?? document.activeElement.className));
  }
  for (const wanted of ['place', 'csv', 'hour', 'row']) assert.ok(seen.has(wanted), `Tab reaches ${wanted}`);
}

export const stories = {
  'the map is drawn; hour, pollutant, city by keyboard, download': mapSlideChooseDownload,
  'an address brings the view back': addressBringsTheViewBack,
  'the hours run by themselves': hourRunsByItself,
  'somebody signs in with a demonstration account and out again': signInAndOut,
  'somebody changes their password, and back': passwordIsChanged,
  'who must choose a password is led to it': whoMustChooseIsLedToThePassword,
  'the refusal of an identity provider is a sentence': providerRefusalIsASentence,
  'the data say what they are': dataSayWhatTheyAre,
  'a problem of the server is shown as a sentence': problemIsASentence,
  'language, theme and palette are remembered': languageThemeAndPaletteAreRemembered,
  'a citizen finds the advice for their city': citizenFindsTheirCity,
  'the page is worked by keyboard': pageIsWorkedByKeyboard,
  ...dataStories,
  ...daysStories,
  ...bulletinStories,
  ...exportStories,
};
