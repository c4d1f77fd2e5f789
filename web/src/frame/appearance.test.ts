import { expect, it } from 'vitest';
import { isWhite } from './appearance';

it('knows white as the tokens have it and as the build writes it', () => {
  expect(['#ffffff', '#fff', ' #FFF', 'white'].map(isWhite)).toEqual([true, true, true, true]);
  expect(['#1a2230', '#ffff', ''].map(isWhite)).toEqual([false, false, false]);
});
