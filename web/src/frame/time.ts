/** Times as people of the region read them. Inside the pages a moment is an ISO string in UTC. */
const HOUR_MS = 3_600_000;

export function hoursLater(hour: string, hours: number): string {
  return new Date(Date.parse(hour) + hours * HOUR_MS).toISOString().replace('.000Z', 'Z');
}

export function hoursBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / HOUR_MS);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + zone + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, ...options });
    formats.set(key, found);
  }
  return found;
}

/** "3月12日 20:00" or "12 March 20:00": an hour by its end, without the year. */
export function hourText(hour: string, language: string, zone: string): string {
  const at = new Date(hour);
  const day = format(language, zone, { month: language === 'en' ? 'short' : 'long', day: 'numeric' }).format(at);
  return `${day} ${clockText(hour, language, zone)}`;
}

export function clockText(hour: string, language: string, zone: string): string {
  return format(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(hour));
}

export function dayText(hour: string, language: string, zone: string): string {
  return format(language, zone, { month: 'numeric', day: 'numeric' }).format(new Date(hour));
}

export function fullText(hour: string, language: string, zone: string): string {
  const day = format(language, zone, { year: 'numeric', month: 'long', day: 'numeric' }).format(new Date(hour));
  return `${day} ${clockText(hour, language, zone)}`;
}

/** "2026-03-12", the local day that contains the moment; an hour that ends at midnight belongs to the day it closes. */
export function localDay(hour: string, zone: string): string {
  return format('sv-SE', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(Date.parse(hour) - 1);
}

/** The name of a zone people use; the identifier where none is usual. */
export function zoneText(zone: string, language: string): string {
  if (zone === 'Asia/Shanghai') return language === 'en' ? 'Beijing time' : '北京时间';
  return zone;
}

/** The end of a local day as a moment in UTC: its last hour ends there. */
export function endOfDay(day: string, zone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 24 * HOUR_MS;
  const shown = format('sv-SE', zone, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(midnight);
  const ahead = Date.parse(`${shown.replace(' ', 'T')}:00Z`) - midnight;
  return new Date(midnight - ahead).toISOString().replace('.000Z', 'Z');
}
