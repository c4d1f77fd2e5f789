/**
 * Plane geometry on rings of integer points, enough to decode, dissolve, clip and thin administrative boundaries.
 * A point is [x, y] in units of 1/1024 degree (the source's own grid), a ring is a list of points without the closing one.
 */

/** Degrees per unit of the source's grid. */
export const UNIT_PER_DEGREE = 1024;

/**
 * Decodes one ring of ECharts' "UTF8Encoding": each coordinate is a zig-zag coded difference to the one before, stored
 * as a character code plus 64. Source: decodePolygon in echarts 4.9.0, lib/coord/geo/parseGeoJson.js.
 */
export function decodeRing(text, offset) {
  if (text.length % 2 !== 0) throw new Error(`expected pairs of characters, got ${text.length} characters`);
  const ring = [];
  let [x, y] = offset;
  for (let at = 0; at < text.length; at += 2) {
    x += unzigzag(text.charCodeAt(at) - 64);
    y += unzigzag(text.charCodeAt(at + 1) - 64);
    ring.push([x, y]);
  }
  return open(ring);
}

const unzigzag = (code) => (code >> 1) ^ -(code & 1);

/** The ring without repeated neighbouring points and without the closing point. */
function open(ring) {
  const kept = ring.filter((point, at) => at === 0 || !same(point, ring[at - 1]));
  while (kept.length > 1 && same(kept[0], kept[kept.length - 1])) kept.pop();
  return kept;
}

const same = (a, b) => a[0] === b[0] && a[1] === b[1];

/** All rings of one geometry, whatever the geometry calls them: parts and holes are told apart later. */
export function ringsOf(geometry) {
  const rings = [];
  geometry.coordinates.forEach((coded, at) => {
    const offsets = geometry.encodeOffsets?.[at];
    if (geometry.type === 'Polygon') rings.push(ring(coded, offsets));
    else coded.forEach((part, inner) => rings.push(ring(part, offsets?.[inner])));
  });
  return rings.filter((points) => points.length >= 3);
}

/** One province file of the source (xizang.json) carries plain degrees under the same flag. */
const ring = (coded, offset) =>
  typeof coded === 'string'
    ? decodeRing(coded, offset)
    : open(coded.map((point) => point.map((degrees) => Math.round(degrees * UNIT_PER_DEGREE))));

/** Twice the signed area; positive when the ring runs anticlockwise. */
export function doubledArea(ring) {
  let sum = 0;
  for (let at = 0; at < ring.length; at++) {
    const [x1, y1] = ring[at];
    const [x2, y2] = ring[(at + 1) % ring.length];
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

/** Whether the point lies inside the ring (even–odd rule; the edge itself may count either way). */
export function contains(ring, [x, y]) {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1, y1] = ring[at];
    const [x2, y2] = ring[before];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/**
 * Sorts loose rings into polygons: a ring inside an odd number of others is a hole of the smallest ring around it, every
 * other ring is a part of its own. Outer rings run anticlockwise and holes clockwise, as RFC 7946 asks.
 */
export function polygonsFrom(rings) {
  const sized = rings
    .map((ring) => ({ ring, area: Math.abs(doubledArea(ring)) }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => b.area - a.area);
  const polygons = [];
  for (const { ring, area } of sized) {
    const around = sized.filter((other) => other.area > area && isWithin(ring, other.ring));
    if (around.length % 2 === 0) polygons.push({ outer: ring, rings: [turned(ring, 1)] });
    else polygons.find(({ outer }) => outer === around[around.length - 1].ring).rings.push(turned(ring, -1));
  }
  return polygons.map((polygon) => polygon.rings);
}

/** Rings of one city never cross, so most points decide; points on a shared edge must not. */
const isWithin = (inner, outer) => inner.filter((point) => contains(outer, point)).length * 2 > inner.length;

const turned = (ring, sign) => (Math.sign(doubledArea(ring)) === sign ? ring : [...ring].reverse());

/** The point of a grid over the ring that lies farthest inside it: where a label has most room. */
export function roomiest(ring, steps = 18) {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = { point: ring[0], room: -1 };
  for (let column = 1; column < steps; column++) {
    for (let row = 1; row < steps; row++) {
      const point = [west + ((east - west) * column) / steps, south + ((north - south) * row) / steps];
      if (!contains(ring, point)) continue;
      const room = Math.min(...ring.map((from, at) => distanceTo(point, from, ring[(at + 1) % ring.length])));
      if (room > best.room) best = { point, room };
    }
  }
  return best.point;
}

/**
 * Removes the edges that two of the rings share and links what remains: districts become their city's outline. Where the
 * source's neighbours do not quite meet, slivers stay behind; rings smaller than sliver (square units) are dropped.
 */
export function dissolve(rings, sliver = 0) {
  const edges = new Map();
  for (const ring of rings) {
    const turnedRing = turned(ring, 1);
    turnedRing.forEach((from, at) => {
      const to = turnedRing[(at + 1) % turnedRing.length];
      const back = `${to}|${from}`;
      if (edges.has(back)) edges.delete(back);
      else edges.set(`${from}|${to}`, { from, to });
    });
  }
  const leaving = new Map();
  for (const edge of edges.values()) {
    const key = `${edge.from}`;
    leaving.set(key, [...(leaving.get(key) ?? []), edge]);
  }
  const outline = [];
  for (const edge of edges.values()) {
    if (edge.used) continue;
    const ring = [];
    for (let next = edge; next && !next.used; next = leaving.get(`${next.to}`)?.find(({ used }) => !used)) {
      next.used = true;
      ring.push(next.from);
    }
    if (ring.length >= 3 && Math.abs(doubledArea(ring)) > 2 * sliver) outline.push(ring);
  }
  return outline;
}

/**
 * The part of a ring inside a convex shape given anticlockwise (Sutherland and Hodgman 1974); empty when nothing is left.
 */
export function clip(ring, shape) {
  let points = ring;
  shape.forEach((from, at) => {
    const to = shape[(at + 1) % shape.length];
    const side = ([x, y]) => (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
    points = points.flatMap((point, here) => {
      const before = points[(here + points.length - 1) % points.length];
      const [now, then] = [side(point), side(before)];
      const meeting = () => {
        const share = then / (then - now);
        return [before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])];
      };
      if (now >= 0) return then >= 0 ? [point] : [meeting(), point];
      return then >= 0 ? [meeting()] : [];
    });
  });
  return points.length >= 3 ? points : [];
}

/**
 * Thins rings (Ramer 1972; Douglas and Peucker 1973) without opening gaps between neighbours: rings are cut where three
 * areas meet, and each line between two such points is thinned once, in one direction, for both its neighbours.
 */
export function thin(ringsByArea, tolerance) {
  const neighbours = new Map();
  for (const ring of ringsByArea.flat()) {
    ring.forEach((point, at) => {
      const key = `${point}`;
      if (!neighbours.has(key)) neighbours.set(key, new Set());
      neighbours.get(key).add(`${ring[(at + 1) % ring.length]}`);
      neighbours.get(key).add(`${ring[(at + ring.length - 1) % ring.length]}`);
    });
  }
  const isJunction = (point) => neighbours.get(`${point}`).size > 2;
  return ringsByArea.map((rings) =>
    rings.map((ring) => thinRing(ring, isJunction, tolerance)).filter((ring) => ring.length >= 3),
  );
}

function thinRing(ring, isJunction, tolerance) {
  const first = ring.findIndex(isJunction);
  // A ring that touches nobody is cut at its two extreme points, the same way round every time.
  const start = first >= 0 ? first : indexOfLeast(ring);
  const turnedRing = [...ring.slice(start), ...ring.slice(0, start), ring[start]];
  const thinned = [];
  let line = [turnedRing[0]];
  for (let at = 1; at < turnedRing.length; at++) {
    line.push(turnedRing[at]);
    if (at === turnedRing.length - 1 || isJunction(turnedRing[at])) {
      thinned.push(...thinLine(line, tolerance).slice(0, -1));
      line = [turnedRing[at]];
    }
  }
  return thinned;
}

const indexOfLeast = (ring) =>
  ring.reduce((least, point, at) => (compare(point, ring[least]) < 0 ? at : least), 0);

const compare = (a, b) => a[0] - b[0] || a[1] - b[1];

function thinLine(line, tolerance) {
  const last = line.length - 1;
  const forward = compare(line[0], line[last]) || compare(line[1], line[last - 1]);
  const points = forward <= 0 ? line : [...line].reverse();
  const kept = keep(points, tolerance);
  return forward <= 0 ? kept : kept.reverse();
}

function keep(points, tolerance) {
  const last = points.length - 1;
  let farthest = 0;
  let distance = 0;
  for (let at = 1; at < last; at++) {
    const away = distanceTo(points[at], points[0], points[last]);
    if (away > distance) [farthest, distance] = [at, away];
  }
  if (distance <= tolerance) return [points[0], points[last]];
  return [...keep(points.slice(0, farthest + 1), tolerance).slice(0, -1), ...keep(points.slice(farthest), tolerance)];
}

function distanceTo([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
