/** Places the labels of the cities so that none covers another. */
import type { Map as LibreMap, Marker } from 'maplibre-gl';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a label may move to when its own place is taken, in shares of its width and height. */
const MOVES = [[0, 0], [-0.5, 0.2], [0.5, 0.2], [0, 0.6], [0, -0.6], [-0.8, 0], [0.8, 0]] as const;

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The first of the moves that leaves the box free, or null. */
export function freeMove(centre: { x: number; y: number }, width: number, height: number, taken: readonly Box[]): { box: Box; move: [number, number] } | null {
  for (const [across, down] of MOVES) {
    const [x, y] = [centre.x + across * width, centre.y + down * height];
    const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    if (!taken.some((other) => overlap(box, other))) return { box, move: [across * width, down * height] };
  }
  return null;
}

/** Markers in order of importance: each is shown whole, else by its figure alone, else not. */
export function placeLabels(map: LibreMap, markers: readonly Marker[]): void {
  const taken: Box[] = [];
  for (const marker of markers) {
    const element = marker.getElement();
    element.classList.remove('small', 'away');
    const centre = map.project(marker.getLngLat());
    let found = freeMove(centre, element.offsetWidth, element.offsetHeight, taken);
    if (!found) {
      element.classList.add('small');
      found = freeMove(centre, element.offsetWidth, element.offsetHeight, taken);
    }
    if (found) {
      taken.push(found.box);
      marker.setOffset(found.move);
    } else {
      element.classList.add('away');
    }
  }
}
