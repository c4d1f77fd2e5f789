import { describe, expect, it } from 'vitest';
import type { WindDay, WindRose } from '../../api/contract';
import { arrowsOn, mostOften, pointOf } from './wind';

const POINTS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ');
const day = (date: string, fromDegrees: number | null, speed: number): WindDay => ({
  day: date,
  wind: { fromDegrees, speed, resultant: fromDegrees === null ? 0 : speed, calmHours: 0, directedHours: 24, coverage: { expected: 24, observed: 24, percent: 100 } },
});

describe('wind', () => {
  it('means days across north', () => {
    const arrow = arrowsOn(['2026-03-01', '2026-03-02'], [day('2026-03-01', 350, 2), day('2026-03-02', 10, 2)], 2)[0];
    expect(arrow?.from).toBe(0);
    expect(arrow?.speed).toBe(2);
  });

  it('has no arrow where no day has wind, and no direction where winds cancel', () => {
    const days = [day('2026-03-03', 90, 3), day('2026-03-04', 270, 3)];
    const arrows = arrowsOn(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'], days, 2);
    expect(arrows[0]).toBeNull();
    expect(arrows[1]?.from).toBeNull();
    expect(arrows[1]?.speed).toBe(3);
  });

  it('names directions by sixteen points', () => {
    expect([0, 11.2, 11.25, 180, 348.75, 359].map((degrees) => pointOf(degrees, POINTS))).toEqual(['N', 'N', 'NNE', 'S', 'N', 'N']);
  });

  it('finds where the wind came from most often, or nowhere', () => {
    const rose: WindRose = { classesFrom: [0.3], sectors: Array.from({ length: 16 }, (_, at) => [at === 5 ? 3 : 0]), calmHours: 9, undirectedHours: 0 };
    expect(mostOften(rose)).toBe(5);
    expect(mostOften({ ...rose, sectors: rose.sectors.map(() => [0]) })).toBeNull();
  });
});
