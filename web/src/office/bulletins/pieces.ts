/** The texts of a bulletin name their figures in braces; here the figures are put in, as the printed documents do it. */
import type { BulletinFigure } from '../../api/contract';

/** Words, or a figure that stands between words. */
export type Piece = { words: string; figure: null } | { words: null; figure: BulletinFigure };

const PLACEHOLDER = /\{([a-z0-9_]{1,40})\}/g;

/** What is in braces but names no figure stays as it was written. */
export function piecesOf(text: string, figures: readonly BulletinFigure[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const figure = figures.find(({ name }) => name === match[1]);
    if (!figure) continue;
    if (match.index > from) pieces.push({ words: text.slice(from, match.index), figure: null });
    pieces.push({ words: null, figure });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ words: text.slice(from), figure: null });
  return pieces;
}

/** Line breaks part paragraphs; empty ones are none. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).map((line) => line.trim()).filter((line) => line !== '');
}

/** The names in braces that no figure bears, each once. */
export function unknownFigures(text: string, figures: readonly BulletinFigure[]): string[] {
  const named = [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  return [...new Set(named)].filter((name) => !figures.some((figure) => figure.name === name)).sort();
}

/** A figure's name put over what was selected, and where the caret stands after it. */
export function withFigure(text: string, from: number, to: number, name: string): { text: string; caret: number } {
  const named = `{${name}}`;
  return { text: text.slice(0, from) + named + text.slice(to), caret: from + named.length };
}

/** An address as it is shown: of a long list of cities only how many. The link itself is whole. */
export function shownAddress(query: string): string {
  return query.replace(/cities=([\d,]+)/, (whole, cities: string) => (cities.length > 20 ? `cities=…(${cities.split(',').length})` : whole));
}
