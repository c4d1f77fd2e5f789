import { expect, it } from 'vitest';
import { queryOf, viewOf } from './view';

it('the address without anything shows the whole region, the AQI, the latest hour', () => {
  expect(viewOf({})).toEqual({ place: null, measure: 'aqi', hour: null });
  expect(queryOf({ place: null, measure: 'aqi', hour: null })).toEqual({});
});

it('a view survives the way through the address', () => {
  const view = { place: '130600', measure: 'pm2_5', hour: '2026-03-12T12:00:00Z' } as const;
  expect(queryOf(view)).toEqual({ place: '130600', pollutant: 'pm2_5', hour: '2026-03-12T12Z' });
  expect(viewOf(queryOf(view))).toEqual(view);
});

it('what nobody can show is not shown', () => {
  expect(viewOf({ place: '<script>', pollutant: 'lead', hour: 'yesterday' })).toEqual({ place: null, measure: 'aqi', hour: null });
  expect(viewOf({ hour: '2026-13-45T99Z' }).hour).toBeNull();
  expect(viewOf({ hour: '2026-03-12T12:30:00Z' }).hour).toBeNull();
  expect(viewOf({ hour: ['2026-03-12T12Z', '2026-03-13T12Z'] }).hour).toBeNull();
});
