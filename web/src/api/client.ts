/** Talks to the server: JSON in and out, one deadline, problems as typed failures, the CSRF token sent back. */
import type { ProblemBody } from './contract';

const DEADLINE_MS = 20_000;

/** What went wrong with one request: an RFC 9457 problem of the server, or no usable answer at all. */
export class Failure extends Error {
  constructor(
    readonly kind: 'problem' | 'unreachable' | 'late' | 'unreadable',
    readonly status: number | null,
    readonly body: ProblemBody,
    readonly requestId: string | null,
  ) {
    super(body.detail ?? body.title ?? kind);
  }
}

export function cookie(name: string, jar: string = document.cookie): string | null {
  const found = jar.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}

async function send(method: string, path: string, content?: unknown, deadline_ms = DEADLINE_MS): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': document.documentElement.lang || 'zh-CN',
  };
  if (content !== undefined) headers['Content-Type'] = 'application/json';
  const token = method === 'GET' ? null : cookie('XSRF-TOKEN');
  if (token) headers['X-XSRF-TOKEN'] = token;
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(deadline_ms),
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
  } catch (cause) {
    const late = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new Failure(late ? 'late' : 'unreachable', null, {}, null);
  }
}

async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw problemOf(response.status, response.headers.get('Content-Type'), await response.text(), response.headers.get('X-Request-Id'));
}

/** What an answer that was no success says of itself; the text is a problem document when its type says JSON. */
export function problemOf(status: number, type: string | null, text: string, requestId: string | null): Failure {
  const body: ProblemBody = (type ?? '').includes('json') && text ? (JSON.parse(text) as ProblemBody) : {};
  return new Failure('problem', status, body, body.requestId ?? requestId);
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text();
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Failure('unreadable', response.status, {}, response.headers.get('X-Request-Id'));
  }
}

export async function get<T>(path: string, query: Record<string, string | null> = {}): Promise<T> {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null);
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
  return json<T>(await accepted(await send('GET', path + search)));
}

export async function post(path: string, content: unknown): Promise<void> {
  await accepted(await send('POST', path, content));
}

/** An act that may take the server long and answers with what came of it. */
export async function act<T>(path: string, content: unknown, deadline_ms: number): Promise<T> {
  return json<T>(await accepted(await send('POST', path, content, deadline_ms)));
}

export async function remove(path: string): Promise<void> {
  await accepted(await send('DELETE', path));
}
