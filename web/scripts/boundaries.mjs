/**
 * Builds the boundary files the maps draw from npm echarts@4.9.0 (installed under the alias echarts-maps):
 *   prefectures.geojson  cities of the region, and the neighbours cut off inside the country   (office map, server)
 *   provinces.geojson    the region's provinces, dissolved from their cities                    (office map)
 *   outline.json         the same cities, thinned                                               (portal's first map)
 * Usage: node scripts/boundaries.mjs [FOLDER]     (default: public/boundaries)
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clip, dissolve, polygonsFrom, ringsOf, roomiest, thin, UNIT_PER_DEGREE } from './geometry.mjs';
import { keep } from './keep.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const SOURCE = 'npm echarts 4.9.0 map/json';
const LICENCE = 'Apache-2.0';
/** About 200 m: invisible at the closest zoom the map offers. */
const MAP_TOLERANCE_DEGREES = 0.0025;
/** About 1 km: invisible on the portal's first map. */
const PORTAL_TOLERANCE_DEGREES = 0.012;
/** About 40 km²: larger than any gap between the source's districts, smaller than any district. */
const SLIVER_UNITS = 0.004 * UNIT_PER_DEGREE ** 2;

export function readRegion(file = join(here, '../boundaries/region.json')) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Every county-or-city feature of the source, as loose rings: {code, name, rings}. */
export function readSource(folder = sourceFolder()) {
  return readdirSync(join(folder, 'province'))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(folder, 'province', file), 'utf8')).features)
    .filter(({ id, geometry }) => id && geometry.coordinates.length > 0)
    .map(({ id, properties, geometry }) => ({ code: id, name: properties.name, rings: ringsOf(geometry) }));
}

const sourceFolder = () =>
  join(dirname(createRequire(import.meta.url).resolve('echarts-maps/package.json')), 'map/json');

const MUNICIPALITY_NAMES = { 110000: '北京市', 120000: '天津市' };
const PROVINCE_NAMES = {
  110000: '北京市', 120000: '天津市', 130000: '河北省', 140000: '山西省', 150000: '内蒙古自治区', 210000: '辽宁省',
  320000: '江苏省', 340000: '安徽省', 370000: '山东省', 410000: '河南省', 420000: '湖北省', 610000: '陕西省',
};

const provinceOf = (code) => `${code.slice(0, 2)}0000`;

/** The cities to draw: municipalities as one, merged cities in their successor, neighbours cut off. */
export function cities(source, region) {
  const wanted = new Set([...region.provinces, ...region.neighbours]);
  const rings = new Map();
  for (const feature of source) {
    const province = provinceOf(feature.code);
    if (!wanted.has(province)) continue;
    const merged = region.merged.find(({ from }) => from === feature.code);
    const code = merged ? merged.into : region.municipalities.includes(province) ? province : feature.code;
    const name = merged || code === province ? MUNICIPALITY_NAMES[code] : feature.name;
    const city = rings.get(code) ?? { code, name, rings: [], composed: false };
    rings.set(code, {
      ...city,
      name: city.name ?? name,
      rings: [...city.rings, ...feature.rings],
      composed: city.composed || Boolean(merged) || code === province,
    });
  }
  const composed = [...rings.values()].sort((a, b) => a.code.localeCompare(b.code));
  const thinned = thin(
    composed.map((city) => (city.composed ? dissolve(city.rings, SLIVER_UNITS) : city.rings)),
    MAP_TOLERANCE_DEGREES * UNIT_PER_DEGREE,
  );
  return composed
    .map(({ code, name }, at) => ({ code, name, rings: cutNeighbour(code, thinned[at], region) }))
    .filter((city) => city.rings.length > 0)
    .map((city) => ({ ...city, neighbour: !region.provinces.includes(provinceOf(city.code)) }))
    .map((city) => (city.neighbour ? city : { ...city, label: labelPoint(city.rings) }));
}

function cutNeighbour(code, rings, region) {
  if (region.provinces.includes(provinceOf(code))) return rings;
  const cut = region.cut.map((corner) => corner.map((at) => at * UNIT_PER_DEGREE));
  return rings.map((ring) => clip(ring, cut)).filter((ring) => ring.length >= 3);
}

const degrees = (units, decimals) => Number((units / UNIT_PER_DEGREE).toFixed(decimals));

function geometry(rings) {
  const polygons = polygonsFrom(rings).map((polygon) =>
    polygon.map((ring) => [...ring, ring[0]].map(([x, y]) => [degrees(x, 3), degrees(y, 3)])),
  );
  return { type: 'MultiPolygon', coordinates: polygons };
}

/** Where a label has most room in the largest part. */
const labelPoint = (rings) => roomiest(polygonsFrom(rings)[0][0]).map((units) => degrees(units, 3));

function collection(features, region) {
  const hash = createHash('sha256').update(JSON.stringify(features)).digest('hex');
  return {
    type: 'FeatureCollection',
    source: SOURCE,
    licence: LICENCE,
    approvalNumber: region.approvalNumber,
    version: hash.slice(0, 12),
    sha256: hash,
    changes: region.merged,
    features,
  };
}

/** RFC 7946 features of the region's cities and their neighbours. */
export function prefectures(all, region) {
  return collection(
    all.map((city) => ({
      type: 'Feature',
      id: Number(city.code),
      properties: {
        code: city.code,
        name_zh: city.name,
        parent: provinceOf(city.code) === city.code ? null : provinceOf(city.code),
        level: provinceOf(city.code) === city.code ? 'municipality' : 'prefecture',
        neighbour: city.neighbour,
        ...(city.neighbour ? {} : { label: city.label }),
      },
      geometry: geometry(city.rings),
    })),
    region,
  );
}

/** The region's provinces, each the outline of its cities. */
export function provinces(all, region) {
  return collection(
    region.provinces.map((code) => ({
      type: 'Feature',
      id: Number(code),
      properties: { code, name_zh: PROVINCE_NAMES[code], parent: null, level: 'province' },
      geometry: geometry(dissolve(all.filter((city) => provinceOf(city.code) === code).flatMap((city) => city.rings), SLIVER_UNITS)),
    })),
    region,
  );
}

/** The portal's small file: per city its rings as flat lists of hundredths of a degree. */
export function outline(all, region) {
  const drawn = all.filter((city) => !city.neighbour);
  const thinned = thin(drawn.map((city) => city.rings), PORTAL_TOLERANCE_DEGREES * UNIT_PER_DEGREE);
  return {
    source: SOURCE,
    licence: LICENCE,
    approvalNumber: region.approvalNumber,
    unit: 0.01,
    cities: drawn.map((city, at) => ({
      code: city.code,
      label: city.label,
      rings: thinned[at].map((ring) => ring.flatMap(([x, y]) => [x, y].map((units) => Math.round(degrees(units, 4) * 100)))),
    })),
  };
}

function write(folder, name, content) {
  const text = JSON.stringify(content);
  keep(join(folder, name), text);
  return `${name} ${Math.round(text.length / 1000)} kB`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? join(here, '../public/boundaries');
  mkdirSync(folder, { recursive: true });
  const region = readRegion();
  const all = cities(readSource(), region);
  const written = [
    write(folder, 'prefectures.geojson', prefectures(all, region)),
    write(folder, 'provinces.geojson', provinces(all, region)),
    write(folder, 'outline.json', outline(all, region)),
  ];
  console.log(`boundaries cities=${all.length} ${written.join(', ')}`);
}
