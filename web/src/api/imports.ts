/** Files of readings: sending one with its progress, the register of imports, what was rejected, and taking one back. */
import { act, cookie, Failure, get, problemOf } from './client';
import type { Import, ImportPreview, ImportReject, ImportReport, ImportStation, Page } from './contract';

/** What the server takes at most. */
export const LARGEST_BYTES = 512 * 1024 * 1024;
const UNDO_DEADLINE_MS = 15 * 60_000;
/** From the first byte sent to the answer: half a gigabyte over a slow line, and its work on the server. */
const SENDING_DEADLINE_MS = 60 * 60_000;
/** The server keeps ten thousand rejects of an import at most. */
const MOST_PAGES = 20;

/** The rows after those seen, or the first; an address that is not ours is not asked. */
function paged<Row>(first: string, next: string | null): Promise<Page<Row>> {
  return get<Page<Row>>(next?.startsWith('/api/v1/') ? next : first);
}

export function importsAfter(next: string | null): Promise<Page<Import>> {
  return paged('/api/v1/imports?limit=50', next);
}

export function rejectsAfter(number: number, next: string | null): Promise<Page<ImportReject>> {
  return paged(`/api/v1/imports/${number}/rejects?limit=50`, next);
}

export function stationsAfter(number: number, next: string | null): Promise<Page<ImportStation>> {
  return paged(`/api/v1/imports/${number}/stations?limit=50`, next);
}

export async function allRejects(number: number): Promise<ImportReject[]> {
  const found: ImportReject[] = [];
  let next: string | null = `/api/v1/imports/${number}/rejects?limit=500`;
  for (let pages = 0; next && pages < MOST_PAGES; pages++) {
    const page: Page<ImportReject> = await paged(next, next);
    found.push(...page.items);
    next = page.next ?? null;
  }
  return found;
}

export function undoImport(number: number): Promise<ImportReport> {
  return act<ImportReport>(`/api/v1/imports/${number}/undo`, {}, UNDO_DEADLINE_MS);
}

function typeOf(name: string): string {
  if (/\.gz$/i.test(name)) return 'application/gzip';
  return /\.csv$/i.test(name) ? 'text/csv' : 'application/octet-stream';
}

/** How a file is to be understood; nothing for an hourly file of the national network. */
export interface Understanding {
  /** The name of a shipped mapping, or the text of one. */
  mapping?: string;
  network?: string;
  role?: string;
}

function address(route: string, file: File, how: Understanding): string {
  const given = Object.entries({ name: file.name, ...how }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `${route}?${given.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
}

/** How the first rows are understood; the whole file is sent, as only the server can read it. */
export async function previewFile(file: File, how: Understanding): Promise<ImportPreview> {
  const token = cookie('XSRF-TOKEN');
  let response: Response;
  try {
    response = await fetch(address('/api/v1/imports/preview', file, how), {
      method: 'POST',
      headers: { Accept: 'application/json, application/problem+json', 'Accept-Language': document.documentElement.lang || 'zh-CN', 'Content-Type': typeOf(file.name), ...(token ? { 'X-XSRF-TOKEN': token } : {}) },
      credentials: 'same-origin',
      body: file,
      signal: AbortSignal.timeout(UNDO_DEADLINE_MS),
    });
  } catch (cause) {
    throw new Failure(cause instanceof DOMException && cause.name === 'TimeoutError' ? 'late' : 'unreachable', null, {}, null);
  }
  const text = await response.text();
  if (!response.ok) throw problemOf(response.status, response.headers.get('Content-Type'), text, response.headers.get('X-Request-Id'));
  try {
    return JSON.parse(text) as ImportPreview;
  } catch {
    throw new Failure('unreadable', response.status, {}, response.headers.get('X-Request-Id'));
  }
}

export interface Sending {
  /** The report, or null when it was called off. */
  report: Promise<ImportReport | null>;
  callOff: () => void;
}

/** Sends a file; fetch cannot say how much of a body has left, XMLHttpRequest can. */
export function sendFile(file: File, how: Understanding, onProgress: (sent: number) => void, onSent: () => void): Sending {
  const request = new XMLHttpRequest();
  const report = new Promise<ImportReport | null>((resolve, reject) => {
    request.open('POST', address('/api/v1/imports', file, how));
    request.timeout = SENDING_DEADLINE_MS;
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'zh-CN');
    request.setRequestHeader('Content-Type', typeOf(file.name));
    const token = cookie('XSRF-TOKEN');
    if (token) request.setRequestHeader('X-XSRF-TOKEN', token);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.upload.onload = onSent;
    request.onabort = () => resolve(null);
    request.onerror = () => reject(new Failure('unreachable', null, {}, null));
    request.ontimeout = () => reject(new Failure('late', null, {}, null));
    request.onload = () => {
      const requestId = request.getResponseHeader('X-Request-Id');
      try {
        if (request.status < 200 || request.status > 299) reject(problemOf(request.status, request.getResponseHeader('Content-Type'), request.responseText, requestId));
        else resolve(JSON.parse(request.responseText) as ImportReport);
      } catch {
        reject(new Failure('unreadable', request.status, {}, requestId));
      }
    };
    request.send(file);
  });
  return { report, callOff: () => request.abort() };
}
