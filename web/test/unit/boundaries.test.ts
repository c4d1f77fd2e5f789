// Boundaries are decoded by plain scripts, so that the build needs no compiler; their tests live here.
import { describe, expect, it } from 'vitest';
import { cities, outline, prefectures, provinces, readRegion, readSource } from '../../scripts/boundaries.mjs';
import { clip, contains, decodeRing, dissolve, doubledArea, polygonsFrom, roomiest, thin } from '../../scripts/geometry.mjs';

type Point = [number, number];
const square = (x: number, y: number, side: number): Point[] => [[x, y], [x + side, y], [x + side, y + side], [x, y + side]];

describe('rings', () => {
  it('a coded ring decodes by zig-zag differences', () => {
    // Differences (+1,0) (0,+1) (-1,0) after the start: characters are 64 + zig-zag code.
    const coded = '@@' + 'B@' + '@B' + 'A@';
    expect(decodeRing(coded, [100, 200])).toEqual([[100, 200], [101, 200], [101, 201], [100, 201]]);
  });

  it('separate parts of a city become parts of a multipolygon, not holes', () => {
    expect(polygonsFrom([square(0, 0, 10), square(20, 0, 5)])).toHaveLength(2);
  });

  it('a ring inside another is its hole, and runs the other way', () => {
    const [polygon] = polygonsFrom([square(2, 2, 3), square(0, 0, 10)]);
    expect(polygon).toHaveLength(2);
    expect(doubledArea(polygon?.[0])).toBeGreaterThan(0);
    expect(doubledArea(polygon?.[1])).toBeLessThan(0);
  });

  it('an island in a lake is a part again', () => {
    expect(polygonsFrom([square(0, 0, 10), square(2, 2, 6), square(4, 4, 2)])).toHaveLength(2);
  });

  it('neighbours dissolve into one outline of the same area', () => {
    const [ring, ...others] = dissolve([square(0, 0, 10), square(10, 0, 10)]);
    expect(others).toEqual([]);
    expect(Math.abs(doubledArea(ring))).toBe(400);
  });

  it('a shape cuts a ring off at its edge', () => {
    const cut = clip(square(0, 0, 10), square(5, -5, 100));
    expect(Math.abs(doubledArea(cut))).toBe(100);
    expect(clip(square(0, 0, 10), square(50, 50, 10))).toEqual([]);
  });

  it('thinning keeps a shared line shared', () => {
    const wavy: Point[] = [[10, 0], [10.01, 3], [10, 5], [10.02, 8], [10, 10]];
    const left: Point[] = [[0, 0], ...wavy, [0, 10]];
    const right: Point[] = [[20, 0], [20, 10], ...[...wavy].reverse()];
    const [[thinLeft], [thinRight]] = thin([[left], [right]], 0.5) as [Point[][], Point[][]];
    expect(thinLeft).not.toContainEqual([10.01, 3]);
    for (const point of thinLeft ?? []) if (point[0] === 10) expect(thinRight).toContainEqual(point);
  });

  it('a label stands inside even where the middle lies outside', () => {
    const hook: Point[] = [[0, 0], [30, 0], [30, 30], [20, 30], [20, 4], [0, 4]];
    expect(contains(hook, roomiest(hook))).toBe(true);
  });
});

describe('the boundary files', () => {
  const region = readRegion();
  const all = cities(readSource(), region);
  const file = prefectures(all, region);
  const feature = (code: string) => file.features.find(({ properties }: { properties: { code: string } }) => properties.code === code);

  it('draws the municipalities as one city each, without slivers', () => {
    expect(feature('110000').geometry.coordinates).toHaveLength(1);
    expect(feature('110000').geometry.coordinates[0]).toHaveLength(1);
    expect(feature('110101')).toBeUndefined();
    expect(feature('120000').properties).toMatchObject({ name_zh: '天津市', parent: null, level: 'municipality' });
  });

  it('makes each ring of a city its own part', () => {
    expect(feature('131000').geometry.coordinates).toHaveLength(2); // 廊坊: the three northern counties lie apart
    expect(feature('130200').geometry.coordinates.length).toBeGreaterThan(5); // 唐山 and its islands
  });

  it('puts 莱芜 into 济南, where it has been since 2019', () => {
    expect(feature('371200')).toBeUndefined();
    expect(feature('370100').geometry.coordinates).toHaveLength(1);
  });

  it('names its source, licence, hash and an approval number still to be given', () => {
    expect(file).toMatchObject({ source: 'npm echarts 4.9.0 map/json', licence: 'Apache-2.0', approvalNumber: null });
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('follows RFC 7946: closed rings, outer ones anticlockwise, three decimals', () => {
    for (const { geometry } of file.features) {
      for (const [outer] of geometry.coordinates) {
        expect(outer[0]).toEqual(outer[outer.length - 1]);
        expect(doubledArea(outer.slice(0, -1))).toBeGreaterThan(0);
        expect(String(outer[0][0])).toMatch(/^\d{2,3}(\.\d{1,3})?$/);
      }
    }
  });

  it('cuts the neighbours off inside the country: nothing reaches a national border', () => {
    for (const { properties, geometry } of file.features) {
      if (!properties.neighbour) continue;
      for (const [longitude, latitude] of geometry.coordinates.flat(2)) {
        expect(latitude).toBeLessThanOrEqual(43.251);
        expect(longitude).toBeLessThanOrEqual(123.401);
        if (longitude < 110) expect(latitude).toBeLessThan(42.48);
      }
    }
  });

  it('dissolves the provinces and thins the portal’s outline to under 100 kB', () => {
    expect(provinces(all, region).features.map(({ properties }: { properties: { name_zh: string } }) => properties.name_zh)).toContain('河北省');
    expect(JSON.stringify(outline(all, region)).length).toBeLessThan(100_000);
  });
});
