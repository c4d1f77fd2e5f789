import { expect, it } from 'vitest';
import { bytesText, fileProblem, minutesAndSeconds, recent, secondsLeft, speed } from './transfer';

const steady = [0, 1000, 2000, 3000].map((at_ms) => ({ at_ms, sent: at_ms * 1000 }));

it('a steady sending says its speed and what is left', () => {
  expect(speed(steady)).toBe(1_000_000);
  expect(secondsLeft(steady, 10_000_000)).toBe(7);
  expect(secondsLeft(steady, 3_000_000)).toBe(0);
});

it('nothing is estimated from too little', () => {
  expect(speed([])).toBeNull();
  expect(speed([{ at_ms: 0, sent: 0 }])).toBeNull();
  expect(speed([{ at_ms: 0, sent: 0 }, { at_ms: 50, sent: 900 }])).toBeNull();
  expect(secondsLeft([{ at_ms: 0, sent: 5 }, { at_ms: 1000, sent: 5 }], 10)).toBeNull();
});

it('only the last seconds count', () => {
  const samples = [0, 1000, 2000, 9000, 10_000].map((at_ms) => ({ at_ms, sent: at_ms }));
  expect(recent(samples, 10_000).map(({ at_ms }) => at_ms)).toEqual([2000, 9000, 10_000]);
  expect(recent(steady, 3000)).toHaveLength(4);
});

it('says bytes in the unit people read', () => {
  expect([0, 999, 1500, 45_678_901, 123_456_789, 5e9].map((bytes) => bytesText(bytes, 'en'))).toEqual(['0 B', '999 B', '1.5 kB', '45.7 MB', '123 MB', '5 GB']);
});

it('says a duration in minutes and seconds', () => {
  expect([0, 59, 75].map(minutesAndSeconds)).toEqual([[0, 0], [0, 59], [1, 15]]);
});

it('refuses before sending what the server would refuse', () => {
  expect(fileProblem(null, 100)).toBe('none');
  expect(fileProblem({ name: 'a.csv', size: 0 }, 100)).toBe('empty');
  expect(fileProblem({ name: 'a.csv', size: 101 }, 100)).toBe('large');
  expect(fileProblem({ name: 'a.xlsx', size: 10 }, 100)).toBe('kind');
  expect(fileProblem({ name: 'a.xlsx', size: 10 }, 100, true)).toBeNull();
  expect(fileProblem({ name: 'A.CSV.GZ', size: 10 }, 100)).toBeNull();
});
