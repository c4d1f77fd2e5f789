import { expect, it } from 'vitest';
import { freeMove, overlap } from './labels';

it('a label keeps its place where it is free', () => {
  expect(freeMove({ x: 50, y: 50 }, 20, 10, [])?.move).toEqual([0, 0]);
});

it('a label moves aside for one that was there before', () => {
  const first = freeMove({ x: 50, y: 50 }, 20, 10, []);
  const second = freeMove({ x: 52, y: 57 }, 20, 10, first ? [first.box] : []);
  expect(second && first && overlap(first.box, second.box)).toBe(false);
});

it('a label without a place anywhere near is not placed', () => {
  expect(freeMove({ x: 50, y: 50 }, 20, 10, [{ left: 0, right: 100, top: 0, bottom: 100 }])).toBeNull();
});
