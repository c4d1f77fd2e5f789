import { expect, it } from 'vitest';
import { csvText } from './csv';

it('quotes what would break a line or a column', () => {
  expect(csvText([['a,b', 'say "so"', 'two\nlines', 3, null]])).toBe('"a,b","say ""so""","two\nlines",3,\r\n');
});

it('no cell is a formula, but a number may be negative', () => {
  expect(csvText([['=1+1', '+1', '-1', '@x', -1]])).toBe("'=1+1,'+1,'-1,'@x,-1\r\n");
});
