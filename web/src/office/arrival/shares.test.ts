import { describe, expect, it } from 'vitest';
import { delayText, percent, shadeOf } from './shares';

describe('shares of what was expected', () => {
  it('are shaded so that one missing hour is seen', () => {
    expect([shadeOf(0, 0), shadeOf(24, 0), shadeOf(24, 24), shadeOf(24, 23), shadeOf(24, 20), shadeOf(24, 3)]).toEqual(['blank', 'zero', 'full', 'most', 'some', 'few']);
  });

  it('are cut, so that 100 lacks nothing', () => {
    expect(percent(100_000, 99_999)).toBe(99.9);
    expect(percent(3, 3)).toBe(100);
    expect(percent(0, 0)).toBeNull();
  });

  it('come with delays in units people read', () => {
    const say = (key: string, values: Record<string, unknown>) => `${String(values.n)} ${key}`;
    expect([null, 95, 720, 108_000, 4_000_000].map((seconds) => delayText(seconds, say))).toEqual(['–', '95 arrival.seconds', '12 arrival.minutes', '30 arrival.hours', '46 arrival.days']);
  });
});
