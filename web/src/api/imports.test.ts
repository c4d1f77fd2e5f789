import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Failure } from './client';
import { importsAfter, sendFile } from './imports';

/** The browser's request as far as sending a file uses it; the test plays the server. */
class PlayedRequest {
  static last: PlayedRequest;
  upload: { onprogress?: (event: { loaded: number }) => void; onload?: () => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  ontimeout?: () => void;
  status = 0;
  responseText = '';
  timeout = 0;
  path = '';
  headers: Record<string, string> = {};
  sent: unknown = null;

  constructor() {
    PlayedRequest.last = this;
  }
  open(_: string, path: string): void {
    this.path = path;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  getResponseHeader(name: string): string | null {
    return name === 'Content-Type' ? (this.status < 400 ? 'application/json' : 'application/problem+json') : 'request-1';
  }
  send(content: unknown): void {
    this.sent = content;
  }
  abort(): void {
    this.onabort?.();
  }
  answer(status: number, content: unknown): void {
    this.status = status;
    this.responseText = JSON.stringify(content);
    this.onload?.();
  }
}

const file = new File(['timepoint\n'], '三月 hourly.csv.gz');
const ignore = (): void => undefined;

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', PlayedRequest);
  document.cookie = 'XSRF-TOKEN=a-token';
});
afterEach(() => vi.unstubAllGlobals());

it('a file leaves with its name, its type and the token, and its progress is told', async () => {
  const told: (number | string)[] = [];
  const { report } = sendFile(file, {}, (sent) => told.push(sent), () => told.push('sent'));
  const request = PlayedRequest.last;
  expect(request.path).toBe(`/api/v1/imports?name=${encodeURIComponent('三月 hourly.csv.gz')}`);
  expect(request.headers).toMatchObject({ 'Content-Type': 'application/gzip', 'X-XSRF-TOKEN': 'a-token' });
  expect(request.sent).toBe(file);
  request.upload.onprogress?.({ loaded: 5 });
  request.upload.onload?.();
  request.answer(200, { rows: 1 });
  expect(await report).toEqual({ rows: 1 });
  expect(told).toEqual([5, 'sent']);
});

it('a refusal is a failure with the server’s sentence and the request’s id', async () => {
  const { report } = sendFile(file, {}, ignore, ignore);
  PlayedRequest.last.answer(403, { detail: '无权', code: 'access.refused' });
  const failure = await report.catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(Failure);
  expect(failure).toMatchObject({ kind: 'problem', status: 403, requestId: 'request-1', body: { detail: '无权' } });
});

it('what is called off has no report and is no failure', async () => {
  const sending = sendFile(file, {}, ignore, ignore);
  sending.callOff();
  expect(await sending.report).toBeNull();
});

it('a line that breaks and a server that stays silent are told apart', async () => {
  const broken = sendFile(file, {}, ignore, ignore).report;
  PlayedRequest.last.onerror?.();
  await expect(broken).rejects.toMatchObject({ kind: 'unreachable' });
  const late = sendFile(file, {}, ignore, ignore).report;
  PlayedRequest.last.ontimeout?.();
  await expect(late).rejects.toMatchObject({ kind: 'late' });
});

it('the rows that follow are asked for where the server said, and nowhere else', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(new Response('{"items":[]}', { headers: { 'Content-Type': 'application/json' } }));
  });
  await importsAfter('/api/v1/imports?limit=50&cursor=k1');
  await importsAfter('https://elsewhere.example/api/v1/imports');
  expect(asked).toEqual(['/api/v1/imports?limit=50&cursor=k1', '/api/v1/imports?limit=50']);
});
