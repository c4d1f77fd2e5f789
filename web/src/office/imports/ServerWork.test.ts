import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLanguage } from '../../frame/language';
import enImports from '../../messages/en/imports.json';
import zhImports from '../../messages/zh-CN/imports.json';
import ServerWork from './ServerWork.vue';

const item = { file: 'a.csv', startedAt: '2026-03-02T01:00:00Z', stage: 'storing', rows: 123_456, share: 0.42, rowsPerSecond: 31_000, secondsLeft: 9.5 };
const answer = (content: unknown, status = 200): Response => new Response(JSON.stringify(content), { status, headers: { 'Content-Type': 'application/json' } });
const shown = () => mount(ServerWork, { props: { file: 'a.csv', elapsed: [0, 3] }, global: { plugins: [createLanguage(zhImports, enImports)] } });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('says stage, rows, rate and time left, and asks again after a second', async () => {
  const asked = vi.fn(async () => answer({ items: [{ ...item, file: 'other.csv' }, item] }));
  vi.stubGlobal('fetch', asked);
  const page = shown();
  await flushPromises();
  const bar = page.get('[role="progressbar"]');
  expect(bar.attributes('aria-valuenow')).toBe('42');
  expect(page.text()).toMatch(/123,456.*31,000.*42 %.*10/s);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveBeenCalledTimes(2);
  page.unmount();
  await vi.advanceTimersByTimeAsync(3000);
  expect(asked).toHaveBeenCalledTimes(2);
});

it('does without a share, and asks a server that cannot say but once', async () => {
  vi.stubGlobal('fetch', async () => answer({ items: [{ file: 'a.csv', startedAt: item.startedAt, stage: 'reading', rows: 5 }] }));
  const early = shown();
  await flushPromises();
  expect(early.get('[role="progressbar"]').attributes('aria-valuenow')).toBeUndefined();
  early.unmount();
  const unknown = vi.fn(async () => answer({}, 404));
  vi.stubGlobal('fetch', unknown);
  const page = shown();
  await flushPromises();
  await vi.advanceTimersByTimeAsync(5000);
  expect(unknown).toHaveBeenCalledTimes(1);
  page.unmount();
});
