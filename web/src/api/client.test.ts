import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cookie, Failure, get, post } from './client';

let server: Server;
let base = '';
const asked: { path: string; token: string | undefined; language: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', token: request.headers['x-xsrf-token'] as string | undefined, language: request.headers['accept-language'] });
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    response.setHeader('X-Request-Id', 'r-7');
    if (request.url?.startsWith('/refused')) {
      response.writeHead(409, { 'Content-Type': 'application/problem+json' });
      response.end(JSON.stringify({ status: 409, detail: '已有同名账户', requestId: 'r-8' }));
    } else if (request.url?.startsWith('/broken')) {
      response.end('<html>');
    } else {
      response.end('{"figure": 1}');
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  base = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  (window as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(`${base}/`);
});
afterAll(() => new Promise((closed) => server.close(closed)));

it('an answer comes back as it was sent, and empty parameters are left out', async () => {
  expect(await get(`${base}/air`, { hour: '2026-03-12T12:00:00Z', place: null })).toEqual({ figure: 1 });
  expect(asked.at(-1)?.path).toBe('/air?hour=2026-03-12T12%3A00%3A00Z');
});

it('a problem keeps its status, its sentence and the id of the request', async () => {
  const failure = await get(`${base}/refused`).catch((cause: unknown) => cause as Failure);
  expect(failure).toMatchObject({ kind: 'problem', status: 409, requestId: 'r-8', body: { detail: '已有同名账户' } });
});

it('an answer that is no JSON is unreadable, with the id from the header', async () => {
  expect(await get(`${base}/broken`).catch((cause: unknown) => cause)).toMatchObject({ kind: 'unreadable', requestId: 'r-7' });
});

it('a server that is not there is unreachable', async () => {
  expect(await get('http://127.0.0.1:1/').catch((cause: unknown) => cause)).toMatchObject({ kind: 'unreachable' });
});

it('the token of the cookie goes back with what changes something', async () => {
  document.cookie = 'XSRF-TOKEN=ab%20c';
  await post(`${base}/session`, {});
  expect(asked.at(-1)?.token).toBe('ab c');
});

it('a cookie is found by its whole name', () => {
  expect(cookie('TOKEN', 'XSRF-TOKEN=1; TOKEN=2')).toBe('2');
  expect(cookie('TOKEN', '')).toBeNull();
});
