import { describe, expect, it } from 'vitest';
import { TABLES, choiceOf, isOfPeriod, queryOf, requestOf } from './choice';

describe('a choice of what to export', () => {
  it('comes back from its own address', () => {
    const query = { of: 'readings', format: 'parquet', places: '130600,110000', pollutants: 'pm2_5,o3', from: '2026-03-01', to: '2026-03-12', flags: 'no' };
    expect(queryOf(choiceOf(query))).toEqual(query);
  });

  it('leaves what is usual out of the address', () => {
    expect(queryOf(choiceOf({}))).toEqual({ of: 'city-days' });
  });

  it('ignores what is no word of its own', () => {
    const choice = choiceOf({ of: 'weather', format: 'pdf', places: '130600,<b>', pollutants: 'xe', from: 'yesterday', to: ['2026-03-01'] });
    expect(choice).toEqual({ of: 'city-days', format: 'csv', cities: ['130600'], pollutants: [], from: null, to: null, flags: true });
  });

  it('of statistics is of a whole period', () => {
    expect(choiceOf({ of: 'city-statistics' }).of).toBe('city-statistics');
    expect(TABLES.filter(isOfPeriod)).toEqual(['station-statistics', 'city-statistics']);
  });

  it('becomes a request', () => {
    expect(requestOf(choiceOf({ of: 'readings' }), '2026-03-01', '2026-03-02')).toEqual({ of: 'readings', format: 'csv', cities: [], pollutants: [], from: '2026-03-01', to: '2026-03-02', flags: true });
  });
});
