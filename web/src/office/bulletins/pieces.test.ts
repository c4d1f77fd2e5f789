import { expect, it } from 'vitest';
import { paragraphsOf, piecesOf, shownAddress, unknownFigures, withFigure } from './pieces';

const figure = (name: string, text: string) => ({ name, text: { zh: text, en: text }, query: '/api/v1/air/region', at: '/count/made', rule: null });
const figures = [figure('pm2_5', '38.4'), figure('cities', '32')];
const shown = (text: string): string[] => piecesOf(text, figures).map((piece) => piece.figure?.text.zh ?? piece.words ?? '');

it('figures stand where the text names them', () => {
  expect(shown('{cities}个城市平均{pm2_5}微克')).toEqual(['32', '个城市平均', '38.4', '微克']);
  expect(piecesOf('{pm2_5}', figures)).toEqual([{ words: null, figure: figures[0] }]);
});

it('a text without figures is one piece, and none gives none', () => {
  expect(shown('没有数字。')).toEqual(['没有数字。']);
  expect(shown('')).toEqual([]);
});

it('braces that name no figure stay as written', () => {
  expect(shown('{no2}与{PM}与{}与{cities}')).toEqual(['{no2}与{PM}与{}与', '32']);
});

it('names without a figure are found once each, in order of the alphabet', () => {
  expect(unknownFigures('{so2} {no2} {so2} {pm2_5} {Not a name}', figures)).toEqual(['no2', 'so2']);
});

it('line breaks part paragraphs', () => {
  expect(paragraphsOf('一。\n\n 二。\r\n')).toEqual(['一。', '二。']);
});

it('a figure is put over what was selected, and the caret stands after it', () => {
  expect(withFigure('平均XX微克', 2, 4, 'pm2_5')).toEqual({ text: '平均{pm2_5}微克', caret: 9 });
  expect(withFigure('', 0, 0, 'cities')).toEqual({ text: '{cities}', caret: 8 });
});

it('a long list of cities is shown as their number', () => {
  expect(shownAddress('/api/v1/air/region?period=2026-03&cities=110100,120100,130100,130200')).toBe('/api/v1/air/region?period=2026-03&cities=…(4)');
  expect(shownAddress('/api/v1/air/region?cities=110100')).toBe('/api/v1/air/region?cities=110100');
});
