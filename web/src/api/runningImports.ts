/** What the server is doing with the files somebody has sent. The one place that knows the shape of this answer. */
import { Failure, get } from './client';
import type { Page } from './contract';
import type { components } from './schema';

export const STAGES = ['waiting', 'reading', 'comparing', 'storing', 'deriving'] as const;
export type Stage = (typeof STAGES)[number];

export interface RunningImport {
  file: string;
  /** UTC */
  startedAt: string;
  stage: Stage;
  rows: number;
  rowsPerSecond: number | null;
  /** 0 to 1; null while nobody knows. */
  share: number | null;
  secondsLeft: number | null;
}

type Answer = Page<components['schemas']['RunningImport']>;

const isStage = (word: string): word is Stage => (STAGES as readonly string[]).includes(word);

/** The imports of whoever is signed in that run now; null when this server cannot say. */
export async function runningImports(): Promise<RunningImport[] | null> {
  try {
    const { items } = await get<Answer>('/api/v1/imports/running');
    return items.map((one) => ({ ...one, stage: isStage(one.stage) ? one.stage : 'reading', rowsPerSecond: one.rowsPerSecond ?? null, share: one.share ?? null, secondsLeft: one.secondsLeft ?? null }));
  } catch (cause) {
    if (cause instanceof Failure && cause.status === 404) return null;
    throw cause;
  }
}
