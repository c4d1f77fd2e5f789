/** Which cities are compared, as the address says it: codes with commas between, two to six. */
export const MOST_PLACES = 6;

export function placesOf(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  const codes = text.split(',').filter((code) => /^[0-9A-Za-z-]{2,20}$/.test(code));
  return [...new Set(codes)].slice(0, MOST_PLACES);
}

/** The same for the address; a lone comma says that nobody is chosen, which is not the same as nothing said. */
export function placesText(places: readonly string[]): string {
  return places.join(',') || ',';
}

/** The city there or not there; a seventh is not taken. */
export function toggled(places: readonly string[], code: string): string[] {
  if (places.includes(code)) return places.filter((one) => one !== code);
  return places.length >= MOST_PLACES ? [...places] : [...places, code];
}

/** Without a choice: the worst and the best of the last day, so that the page has something to say. */
export function usualPlaces(cities: readonly { jurisdiction: string; day: { aqi: number | null } }[]): string[] {
  const known = cities.filter(({ day }) => day.aqi !== null).sort((a, b) => (b.day.aqi ?? 0) - (a.day.aqi ?? 0));
  const ends = [known[0], known.at(-1)].flatMap((city) => (city ? [city.jurisdiction] : []));
  return [...new Set(ends)];
}
