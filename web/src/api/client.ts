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

async function send(method: string, path: string, content?: unknown): Promise<Response> {
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
      signal: AbortSignal.timeout(DEADLINE_MS),
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
  } catch (cause) {
    const late = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new Failure(late ? 'late' : 'unreachable', null, {}, null);
  }
}

async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response;
  const text = await response.text();
  const isProblem = (response.headers.get('Content-Type') ?? '').includes('json');
  const body: ProblemBody = isProblem && text ? (JSON.parse(text) as ProblemBody) : {};
  throw new Failure('problem', response.status, body, body.requestId ?? response.headers.get('X-Request-Id'));
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

export async function remove(path: string): Promise<void> {
  await accepted(await send('DELETE', path));
}
