/** The boundary files built by scripts/boundaries.mjs, with the source that has to be shown beside every map. */
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { get } from '../../api/client';

export interface BoundaryProperties {
  code: string;
  name_zh: string;
  parent: string | null;
  level: string;
  neighbour?: boolean;
  /** A point well inside the largest part, for the city's label. */
  label?: [number, number];
}

export interface Boundaries extends FeatureCollection<MultiPolygon, BoundaryProperties> {
  source: string;
  licence: string;
  approvalNumber: string | null;
}

export async function loadBoundaries(): Promise<{ prefectures: Boundaries; provinces: Boundaries }> {
  const [prefectures, provinces] = await Promise.all([
    get<Boundaries>('/boundaries/prefectures.geojson'),
    get<Boundaries>('/boundaries/provinces.geojson'),
  ]);
  return { prefectures, provinces };
}
