import { describe, expect, it } from 'vitest';
import { editionAt, isConcentration, ladders, limitLines, limitsBeside } from './tables';

const about = { title: { zh: '标准', en: 'Standard' }, source: 'S', confidence: 'A' };
const limit = (averaging: string, areaClass: number, value: number, confidence = 'A') => ({ pollutant: 'o3', averaging, areaClass, limit: value, unit: 'ug/m3', source: 'T', confidence });
const edition = { ...about, code: 'GB3095-X', from: '2026-03-01', to: null, rows: [limit('dmax8h', 1, 100), limit('dmax8h', 2, 160, 'M'), limit('1h', 2, 200)] };

describe('the tables of standards', () => {
  it('set both classes in one line and keep the lesser confidence', () => {
    expect(limitLines(edition)).toEqual([
      { pollutant: 'o3', averaging: 'dmax8h', unit: 'µg/m³', class1: 100, class2: 160, source: 'T', confidence: 'M' },
      { pollutant: 'o3', averaging: '1h', unit: 'µg/m³', class1: null, class2: 200, source: 'T', confidence: 'A' },
    ]);
  });

  it('put the limit of the daily highest eight hours beside the breakpoints of eight hours', () => {
    const rows = [0, 50].map((index) => ({ pollutant: 'o3', averaging: '8h', index, concentration: index * 2, unit: 'ug/m3', source: 'T', confidence: 'A' }));
    const [ladder] = ladders({ ...about, code: 'HJ', from: '2026-03-01', to: null, rows });
    expect(ladder?.points).toHaveLength(2);
    expect(ladder && limitsBeside(edition, ladder).map((row) => row.limit)).toEqual([100, 160]);
  });

  it('find the edition of a day', () => {
    const editions = [{ from: '2016-01-01', to: '2026-02-28' }, { from: '2026-03-01', to: null }];
    expect(editionAt(editions, '2031-01-01')).toBe(editions[1]);
    expect(editionAt(editions, '2020-01-01')).toBe(editions[0]);
  });

  it('know a concentration', () => {
    expect(['80.4', '0', '999999.123456'].every(isConcentration)).toBe(true);
    expect(['', '-1', '1e9', '80,4', '1000000', '.5'].some(isConcentration)).toBe(false);
  });
});
