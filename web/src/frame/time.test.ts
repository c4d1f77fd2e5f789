import { expect, it } from 'vitest';
import { endOfDay, dayText, fullText, hoursBetween, hoursLater, hourText, localDay, zoneText } from './time';

const hour = '2026-03-12T12:00:00Z';

it('an hour is named in the zone of the region, whatever the zone of the browser', () => {
  expect(hourText(hour, 'zh-CN', 'Asia/Shanghai')).toBe('3月12日 20:00');
  expect(hourText(hour, 'en', 'Asia/Shanghai')).toBe('12 Mar 20:00');
  expect(fullText(hour, 'zh-CN', 'Europe/Berlin')).toBe('2026年3月12日 13:00');
});

it('an hour that ends at midnight belongs to the day it closes', () => {
  expect(localDay('2026-03-12T16:00:00Z', 'Asia/Shanghai')).toBe('2026-03-12');
  expect(localDay('2026-03-12T17:00:00Z', 'Asia/Shanghai')).toBe('2026-03-13');
  expect(dayText('2026-03-12T17:00:00Z', 'zh-CN', 'Asia/Shanghai')).toBe('3/13');
});

it('hours are counted and added across days', () => {
  expect(hoursLater('2026-02-28T23:00:00Z', 2)).toBe('2026-03-01T01:00:00Z');
  expect(hoursBetween('2026-02-28T23:00:00Z', '2026-03-01T01:00:00Z')).toBe(2);
});

it('a zone without a usual name is called by its identifier', () => {
  expect(zoneText('Asia/Shanghai', 'zh-CN')).toBe('北京时间');
  expect(zoneText('Asia/Urumqi', 'en')).toBe('Asia/Urumqi');
});

it('a local day ends at a moment of UTC', () => {
  expect(endOfDay('2026-03-12', 'Asia/Shanghai')).toBe('2026-03-12T16:00:00Z');
  expect(endOfDay('2026-12-31', 'Asia/Shanghai')).toBe('2026-12-31T16:00:00Z');
  expect(endOfDay('2026-03-12', 'UTC')).toBe('2026-03-13T00:00:00Z');
});
