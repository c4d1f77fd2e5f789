import { expect, it } from 'vitest';
import type { CitiesAir } from '../api/contract';
import { hoursLater } from '../frame/time';
import { AirHours } from './hours';

const first = '2026-03-12T00:00:00Z';

function recorded(failing: string[] = []) {
  const asked: string[] = [];
  const hours = new AirHours((hour) => {
    asked.push(hour);
    return failing.includes(hour) ? Promise.reject(new Error('down')) : Promise.resolve({ hour } as CitiesAir);
  });
  return { asked, hours };
}

it('an hour is asked for once', async () => {
  const { asked, hours } = recorded();
  await Promise.all([hours.at(first), hours.at(first)]);
  expect(asked).toEqual([first]);
  expect(hours.found(first)?.hour).toBe(first);
});

it('a failed hour may be asked for again', async () => {
  const { asked, hours } = recorded([first]);
  await expect(hours.at(first)).rejects.toThrow('down');
  await expect(hours.at(first)).rejects.toThrow('down');
  expect(asked).toHaveLength(2);
});

it('prefetching stops at the last hour there is and at the first failure', async () => {
  const { asked, hours } = recorded([hoursLater(first, 3)]);
  await hours.prefetch(first, 9, hoursLater(first, 2));
  expect(asked).toHaveLength(2);
  await hours.prefetch(first, 9, hoursLater(first, 9));
  expect(asked).toEqual([1, 2, 3].map((ahead) => hoursLater(first, ahead)));
});

it('gathering starts beside the middle, stays inside and ends when told', async () => {
  const { asked, hours } = recorded();
  await hours.gather(first, hoursLater(first, 3), hoursLater(first, 1), () => asked.length < 3);
  expect(asked).toEqual([0, 2, 3].map((at) => hoursLater(first, at)));
});

it('the oldest hours are let go after a week of them', async () => {
  const { hours } = recorded();
  for (let ahead = 0; ahead <= 168; ahead++) await hours.at(hoursLater(first, ahead));
  expect(hours.found(first)).toBeNull();
  expect(hours.found(hoursLater(first, 168))).not.toBeNull();
});
