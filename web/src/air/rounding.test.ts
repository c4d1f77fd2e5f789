import { expect, it } from 'vitest';
import en from '../messages/en/frame.json';
import zh from '../messages/zh-CN/frame.json';
import { roundedByOurChoice } from './rounding';

it('only the edition of 2012 leaves the rounding to us, and both languages say so', () => {
  expect(roundedByOurChoice({ code: 'HJ633-2012' })).toBe(true);
  expect(roundedByOurChoice({ code: 'HJ633-2026' })).toBe(false);
  expect(en.how.roundedByUs).toContain('2012');
  expect(zh.how.roundedByUs).toContain('2012');
});
