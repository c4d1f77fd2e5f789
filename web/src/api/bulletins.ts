/** Bulletins and their life. Fields the server leaves out become null here, at the door. */
import { withNulls } from './air';
import { act, get } from './client';
import type { Bulletin, BulletinWhole, Page, Words } from './contract';

/** Drafting asks every city of a period; a year of them takes the server a while. */
const DRAFTING_DEADLINE_MS = 120_000;
const ACT_DEADLINE_MS = 30_000;
/** The most rows the server gives at once. */
const MOST_ROWS = '500';

const settled = (bulletin: Bulletin): Bulletin => withNulls(bulletin, ['number', 'issuedAt', 'issueAct']);
const settledWhole = (whole: BulletinWhole): BulletinWhole => ({ ...whole, bulletin: settled(whole.bulletin), figures: whole.figures.map((figure) => withNulls(figure, ['at', 'rule'])) });
const address = (id: string): string => `/api/v1/bulletins/${encodeURIComponent(id)}`;

/** The latest bulletins, or those that follow: `next` is the address the page before gave. */
export async function bulletins(next: string | null): Promise<Page<Bulletin>> {
  const found = await get<Page<Bulletin>>(next ?? '/api/v1/bulletins');
  return { ...found, items: found.items.map(settled) };
}

/** The versions of a bulletin the viewer may see, the first one first, as far as they are among the latest five hundred. */
export async function versionsOf(series: string): Promise<Bulletin[]> {
  const { items } = await get<Page<Bulletin>>('/api/v1/bulletins', { limit: MOST_ROWS });
  return items.filter((one) => one.series === series).map(settled).sort((a, b) => a.version - b.version);
}

export async function bulletin(id: string): Promise<BulletinWhole> {
  return settledWhole(await get<BulletinWhole>(address(id)));
}

export async function draftBulletin(template: string, period: string): Promise<BulletinWhole> {
  return settledWhole(await act<BulletinWhole>('/api/v1/bulletins', { template, period }, DRAFTING_DEADLINE_MS));
}

export async function editSection(id: string, key: string, text: Words): Promise<BulletinWhole> {
  return settledWhole(await act<BulletinWhole>(`${address(id)}/sections/${encodeURIComponent(key)}`, text, ACT_DEADLINE_MS));
}

export async function redraft(id: string): Promise<void> {
  await act(`${address(id)}/redraft`, {}, DRAFTING_DEADLINE_MS);
}

/** Opens the next version as a draft and answers it. */
export async function correct(id: string): Promise<BulletinWhole> {
  return settledWhole(await act<BulletinWhole>(`${address(id)}/correction`, {}, DRAFTING_DEADLINE_MS));
}

export async function takeStep(id: string, step: 'review' | 'issue' | 'acknowledgement'): Promise<void> {
  await act(`${address(id)}/${step}`, {}, ACT_DEADLINE_MS);
}

export type DocumentFormat = 'pdf' | 'docx' | 'xlsx';

export function documentAddress(id: string, format: DocumentFormat, language: string): string {
  return `${address(id)}/document.${format}?language=${language === 'en' ? 'en' : 'zh'}`;
}

/** Named as the server names it; synthetic data say so in the name too. */
export function documentName(of: Bulletin, format: DocumentFormat, language: string): string {
  return `bulletin-${of.synthetic ? 'SYNTHETIC-' : ''}${of.template}-${of.period}-v${of.version}-${language === 'en' ? 'en' : 'zh'}.${format}`;
}
