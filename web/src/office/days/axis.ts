/** The upright axis of a chart and the names at the ends of its lines, computed here so that both know each other. */

export interface Scale {
  step: number;
  top: number;
}

/** A scale from nought in four or five round steps that holds the highest value. */
export function scaleFor(highest: number): Scale {
  const rough = Math.max(highest, 1e-6) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return { step, top: Math.ceil(highest / step - 1e-9) * step || step };
}

/** Heights moved apart so that none is nearer to another than `least`, in their own order, as little as possible, within the frame. */
export function spread(heights: readonly number[], least: number, lowest: number, highest: number): number[] {
  const order = heights.map((height, at) => ({ height, at })).sort((a, b) => a.height - b.height || a.at - b.at);
  const placed = order.map(({ height }) => height);
  for (let at = 1; at < placed.length; at++) placed[at] = Math.max(placed[at] ?? 0, (placed[at - 1] ?? 0) + least);
  // Half of what they grew upwards is given back downwards, then both ends are kept inside.
  const grown = order.reduce((sum, { height }, at) => sum + (placed[at] ?? 0) - height, 0) / Math.max(1, placed.length);
  const down = Math.max(lowest - (placed[0] ?? 0), Math.min(0, highest - (placed.at(-1) ?? 0), -grown));
  const moved: number[] = [];
  order.forEach(({ at }, place) => (moved[at] = (placed[place] ?? 0) + down));
  return moved;
}
