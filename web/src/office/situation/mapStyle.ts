/** The map's own style: no tiles, no fonts, no sprites, nothing fetched from anywhere but the boundary files. */
import type { ExpressionSpecification, Map as LibreMap, StyleSpecification } from 'maplibre-gl';
import { token } from '../../frame/appearance';
import type { Boundaries } from './boundaries';

/** From this zoom on the stations show as dots. */
export const STATIONS_FROM_ZOOM = 7.4;

const coloured = (otherwise: string): ExpressionSpecification => ['coalesce', ['feature-state', 'colour'], otherwise];

export function mapStyle(prefectures: Boundaries, provinces: Boundaries): StyleSpecification {
  return {
    version: 8,
    sources: {
      prefectures: { type: 'geojson', data: prefectures },
      provinces: { type: 'geojson', data: provinces },
      stations: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      { id: 'sea', type: 'background', paint: {} },
      { id: 'neighbours', type: 'fill', source: 'prefectures', filter: ['==', ['get', 'neighbour'], true] },
      { id: 'land', type: 'fill', source: 'prefectures', filter: ['==', ['get', 'neighbour'], false] },
      { id: 'land-lines', type: 'line', source: 'prefectures', paint: { 'line-width': 0.7 } },
      { id: 'cities', type: 'fill', source: 'prefectures', filter: ['literal', false] },
      { id: 'city-lines', type: 'line', source: 'prefectures', filter: ['literal', false], layout: { 'line-join': 'round' } },
      { id: 'province-lines', type: 'line', source: 'provinces', layout: { 'line-join': 'round' } },
      { id: 'hovered', type: 'line', source: 'prefectures', filter: ['literal', false], layout: { 'line-join': 'round' } },
      { id: 'selected', type: 'line', source: 'prefectures', filter: ['literal', false], layout: { 'line-join': 'round' } },
      {
        id: 'stations',
        type: 'circle',
        source: 'stations',
        minzoom: STATIONS_FROM_ZOOM,
        paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 7.4, 4, 10, 8], 'circle-color': ['get', 'colour'] },
      },
    ],
  };
}

/** Colours follow the theme; MapLibre cannot read CSS variables, so they are set again at each switch. */
export function paintTheme(map: LibreMap): void {
  const [ink, surface] = [token('--ink'), token('--surface')];
  map.setPaintProperty('sea', 'background-color', token('--sea'));
  map.setPaintProperty('neighbours', 'fill-color', token('--land'));
  map.setPaintProperty('land', 'fill-color', token('--land-2'));
  map.setPaintProperty('land-lines', 'line-color', token('--line'));
  map.setPaintProperty('cities', 'fill-color', coloured(token('--no-data')));
  // Near enough for stations, the cities step back behind the dots.
  map.setPaintProperty('cities', 'fill-opacity', ['interpolate', ['linear'], ['zoom'], STATIONS_FROM_ZOOM - 0.4, 0.9, STATIONS_FROM_ZOOM + 0.4, 0.45]);
  map.setPaintProperty('city-lines', 'line-color', surface);
  map.setPaintProperty('city-lines', 'line-width', 1);
  map.setPaintProperty('province-lines', 'line-color', token('--ink-2'));
  map.setPaintProperty('province-lines', 'line-opacity', 0.3);
  map.setPaintProperty('province-lines', 'line-width', 1.1);
  map.setPaintProperty('hovered', 'line-color', ink);
  map.setPaintProperty('hovered', 'line-width', 1.6);
  map.setPaintProperty('selected', 'line-color', ink);
  map.setPaintProperty('selected', 'line-width', 2.6);
  map.setPaintProperty('stations', 'circle-stroke-color', '#1a2230');
  map.setPaintProperty('stations', 'circle-stroke-width', 1.2);
}
