/** How fast a file leaves and how long the rest will take, from what has been seen of it. */

export interface Sample {
  at_ms: number;
  sent: number;
}

/** Speeds are means over this long, so that one stalled packet does not make the estimate jump. */
const WINDOW_MS = 5000;

/** The samples an estimate at this moment needs: those of the window and the last before it. */
export function recent(samples: readonly Sample[], now_ms: number): Sample[] {
  const inside = samples.findIndex(({ at_ms }) => at_ms >= now_ms - WINDOW_MS);
  return inside <= 0 ? [...samples] : samples.slice(inside - 1);
}

/** Bytes per second, or null while too little is known. */
export function speed(samples: readonly Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at_ms - first.at_ms < 200 || last.sent <= first.sent) return null;
  return ((last.sent - first.sent) * 1000) / (last.at_ms - first.at_ms);
}

/** Seconds for the rest, or null while too little is known. */
export function secondsLeft(samples: readonly Sample[], total: number): number | null {
  const rate = speed(samples);
  const sent = samples.at(-1)?.sent ?? 0;
  return rate === null ? null : Math.ceil(Math.max(0, total - sent) / rate);
}

/** "1.2 MB": decimal units, as file managers show them. */
export function bytesText(bytes: number, language: string): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const at = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** at;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: at === 0 || value >= 100 ? 0 : 1 }).format(value)} ${units[at]}`;
}

/** A duration as minutes and seconds: 75 becomes [1, 15]. */
export function minutesAndSeconds(seconds: number): [number, number] {
  return [Math.floor(seconds / 60), Math.round(seconds % 60)];
}

/** Why a file is not even sent; null when it can be. By a mapping, workbooks are read too. */
export function fileProblem(file: { name: string; size: number } | null, largest: number, mapped = false): 'none' | 'empty' | 'large' | 'kind' | null {
  if (!file) return 'none';
  if (file.size === 0) return 'empty';
  if (file.size > largest) return 'large';
  return (mapped ? /\.(csv|gz|txt|xlsx)$/i : /\.(csv|gz)$/i).test(file.name) ? null : 'kind';
}
