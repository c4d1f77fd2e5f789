/** How a city moved between two rankings. */
import type { RankThen } from '../../api/contract';

/** Places gained since then: three up is +3; null where there is nothing to compare with. */
export function placesGained(rank: number, then: RankThen | null): number | null {
  return then?.rank === null || then === null ? null : then.rank - rank;
}

/** "+4.2 %" or "−4.2 %": with its sign, and a true minus. */
export function changeText(percent: number | null | undefined): string {
  if (percent === null || percent === undefined) return '–';
  const size = Math.abs(percent).toFixed(1);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${size} %`;
}
