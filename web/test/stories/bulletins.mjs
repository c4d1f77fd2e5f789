/** What people do with bulletins: draft, edit, review by another, issue, acknowledge. A story fails by throwing. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { loaded, violationsOn } from './browser.mjs';

const AUTHOR = 'demo.duty';
const ISSUER = 'demo.leader';
const accounts = (page) => page.locator('[data-test="accounts"] button');

export async function signedInAs(page, login, onward) {
  if (await page.locator('[data-test="who"]').count()) {
    // Signing out on a draft's page would ask for what is then open to nobody.
    await page.goto('/office/bulletins');
    await loaded(page);
    await page.locator('[data-test="who"] summary').click();
    await page.locator('[data-test="sign-out"]').click();
    await page.locator('[data-test="sign-in"]').waitFor();
  }
  await page.goto(`/office/sign-in?from=${encodeURIComponent(onward)}`);
  await loaded(page);
  await accounts(page).filter({ hasText: `${login} /` }).click();
  await page.locator('[data-test="who"]').waitFor();
  await page.waitForURL(`**/office${onward}`);
  await loaded(page);
}

export async function confirmed(page, act) {
  await page.locator(`[data-test="act-${act}"]`).click();
  await page.locator('dialog[open] [data-test="confirmed"]').click();
}
export const spokenOf = async (page, pattern) => {
  await page.locator('[data-test="said"]', { hasText: pattern }).waitFor();
};
const openedBulletin = (page) => page.waitForURL(/\/office\/bulletins\/[0-9a-f-]{36}$/);

async function draft(page) {
  await page.locator('input[name="template"][value="weekly"]').check();
  const options = page.locator('#draft-period option');
  // The last week held may be too young; the one before it is whole.
  await page.locator('#draft-period').selectOption({ index: Math.min(1, (await options.count()) - 1) });
  await page.locator('[data-test="draft"] button[type="submit"]').click();
  await openedBulletin(page);
  await page.locator('[data-test="bulletin"] h3').first().waitFor();
  return new URL(page.url()).pathname.replace('/office', '');
}

async function edit(page, key, words, side) {
  await page.locator(`[data-test="edit-${key}"]`).click();
  const box = page.locator(`#section-${key}-${side}`);
  assert.equal(await page.evaluate(() => document.activeElement.id), `section-${key}-${side}`, 'the editor has the focus');
  await box.fill('{no_such_figure}');
  await page.locator('[data-test="save"]').click();
  await page.locator(`#section-${key}-${side}-error`, { hasText: 'no_such_figure' }).waitFor();
  assert.deepEqual(await violationsOn(page), [], 'the editor with a fault');
  await box.fill(words);
  await page.locator('[data-test="editor"] fieldset button', { hasText: 'pm2_5' }).first().click();
  assert.match(await box.inputValue(), /\{pm2_5\}$/, 'the figure stands at the caret');
  await page.locator('[data-test="save"]').click();
  await spokenOf(page, /已保存|is saved/);
}

const SIDES = { 'zh-CN': ['zh', '本周扩散条件转好，平均浓度为'], en: ['en', 'The air cleared; the mean was '] };

async function fromDraftToRead(page, language) {
  const [side, words] = SIDES[language];
  await page.goto('/office/bulletins');
  await loaded(page);
  if (language === 'en') await page.locator('[data-test="language"]').click();
  await signedInAs(page, AUTHOR, '/bulletins');
  const address = await draft(page);
  await edit(page, 'overview', words, side);
  const figure = page.locator('[data-test="bulletin"] a.figure').first();
  assert.match(await figure.getAttribute('href'), /^\/api\/v1\//, 'a figure leads to its query');
  assert.match(await figure.getAttribute('title'), /\/api\/v1\//, 'and says so');
  assert.equal(await page.locator('[data-test="act-review"]').count(), 0, 'who drafts only has no button to review');
  await page.locator('[data-test="act-redraft"]').click();
  await page.locator('dialog[open] [data-test="confirmed"]').click();
  await spokenOf(page, /更新|renewed/);
  assert.ok((await page.locator('[data-test="bulletin"]').textContent()).includes(words), 'what people wrote is kept');

  await signedInAs(page, ISSUER, address);
  await page.locator('[data-test="act-review"]').click();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await confirmed(page, 'review');
  await spokenOf(page, /已审核|Reviewed/);
  assert.equal(await page.locator('[data-test^="edit-"]').count(), 0, 'a reviewed bulletin is not edited');
  await page.locator('[data-test="act-issue"]').click();
  assert.deepEqual(await violationsOn(page), [], 'the question before issuing');
  assert.match(await page.locator('dialog[open]').textContent(), /不能修改，也不能撤回|neither changed nor withdrawn/, 'it is said beforehand what issuing means');
  await page.locator('dialog[open] [data-test="confirmed"]').click();
  await spokenOf(page, /〔\d{4}〕\d+号/);
  await page.locator('[data-test="act-acknowledgement"]').click();
  await spokenOf(page, /已阅|have read/);
  assert.match(await page.locator('[data-test="acknowledged"]').textContent(), /1 (人|person)/);
  const waiting = page.waitForEvent('download');
  await page.locator(`[data-test="pdf-${language}"]`).click();
  assert.ok(readFileSync(await (await waiting).path()).length > 20, 'the PDF has bytes');

  await signedInAs(page, AUTHOR, address);
  await confirmed(page, 'correction');
  await spokenOf(page, /第 2 版|version 2/);
  await page.locator('[data-test="versions"] a').waitFor();
  await page.locator('[data-test="all"]').click();
  await page.locator('[data-test="bulletins"] tbody tr').first().waitFor();
}

async function englishReaderAndRefusals(page, errors) {
  await page.goto('/office/bulletins');
  await loaded(page);
  await page.locator('[data-test="language"]').click();
  assert.equal(await page.locator('[data-test="draft"]').count(), 0, 'who is not signed in is not offered to draft');
  const rows = page.locator('[data-test="bulletins"] tbody tr');
  if (await page.locator('[data-test="more"]').count()) {
    const before = await rows.count();
    await page.locator('[data-test="more"]').click();
    await rows.nth(before).waitFor();
  }
  // Somebody without the mandate is told so before, and refused by the server if they try.
  await page.goto('/office/sign-in?from=/bulletins');
  await loaded(page);
  const last = accounts(page).filter({ hasNotText: /demo\.(duty|leader|forecaster|admin) \// }).last();
  await last.click();
  await page.locator('[data-test="no-mandate"]').waitFor();
  await page.locator('[data-test="draft"] button[type="submit"]').click();
  const refusal = page.locator('[data-test="draft"] [data-test="refusal"]');
  await refusal.waitFor();
  assert.doesNotMatch(await refusal.textContent(), /\p{Script=Han}/u, 'the refusal is in the page’s language');
  errors.splice(0, errors.length, ...errors.filter((one) => !/403/.test(one)));
}

async function authorIsRefusedByTheServer(page, errors) {
  await page.goto('/office/sign-in');
  await loaded(page);
  // Only the mock has somebody who both drafts and issues; a demonstration keeps these apart.
  if (!(await accounts(page).filter({ hasText: 'mock.both /' }).count())) return;
  await signedInAs(page, 'mock.both', '/bulletins');
  await draft(page);
  await page.locator('[data-test="own-draft"]').waitFor();
  await confirmed(page, 'review');
  await page.locator('[data-test="refusal"]', { hasText: '须由起草人以外的人办理' }).waitFor();
  errors.splice(0, errors.length, ...errors.filter((one) => !/409/.test(one)));
}

export const bulletinStories = {
  'a bulletin is drafted, edited, reviewed by another, issued, read and corrected': (page) => fromDraftToRead(page, 'zh-CN'),
  'a bulletin is drafted, edited, reviewed, issued, read and corrected in English': (page) => fromDraftToRead(page, 'en'),
  'bulletins are read in English, and who may not draft is told so': englishReaderAndRefusals,
  'an author is refused the review of their own draft': authorIsRefusedByTheServer,
};

/** Opens the latest issued bulletin; where none was issued yet, the list is looked at instead. */
export async function openIssued(page) {
  const issued = page.locator('[data-test="bulletins"] tbody tr:has(.state.issued) th a').first();
  if (!(await issued.count())) return;
  await issued.click();
  await openedBulletin(page);
  await page.locator('[data-test="bulletin"] h2').waitFor();
}
