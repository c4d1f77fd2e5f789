/** The thinned boundaries of the portal's first map, as SVG paths. */
export interface OutlineFile {
  source: string;
  licence: string;
  approvalNumber: string | null;
  /** Degrees per unit of the coordinates. */
  unit: number;
  cities: { code: string; label: [number, number]; rings: number[][] }[];
}

/** Degrees east are drawn shorter by this factor, so that the region keeps its shape: cos 38.5°, its middle latitude. */
const EAST = 0.7826;

export function place([longitude, latitude]: readonly number[]): [number, number] {
  return [(longitude ?? 0) * EAST * 100, -(latitude ?? 0) * 100];
}

export function pathOf(rings: number[][], unit: number): string {
  return rings
    .map((ring) => {
      const points: string[] = [];
      for (let at = 0; at + 1 < ring.length; at += 2) {
        const [x, y] = place([(ring[at] ?? 0) * unit, (ring[at + 1] ?? 0) * unit]);
        points.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
      }
      return `M${points.join('L')}Z`;
    })
    .join('');
}

/** The smallest box around the given cities with a margin, as an SVG viewBox. */
export function viewBox(rings: readonly number[][], unit: number, margin = 34): string {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const [x, y] = place([(ring[at] ?? 0) * unit, (ring[at + 1] ?? 0) * unit]);
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [north, south] = [Math.min(north, y), Math.max(south, y)];
    }
  }
  if (west > east) return '0 0 100 100';
  return [west - margin, north - margin, east - west + 2 * margin, south - north + 2 * margin].map((side) => side.toFixed(1)).join(' ');
}
