/**
 * Serves dist/ and answers the API with seeded synthetic values, for development and tests of the pages alone.
 * Usage: node test/mock/server.mjs [--port N] [--real]   (--real leaves the SYNTHETIC label off, to see the page without it)
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answer } from './air.mjs';

const dist = join(fileURLToPath(new URL('.', import.meta.url)), '../../dist');
const flag = (name) => process.argv.includes(name);
const option = (name, otherwise) => (flag(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.svg': 'image/svg+xml', '.json': 'application/json', '.geojson': 'application/geo+json',
};

function problem(response, status, code, zh, en) {
  response.writeHead(status, { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'mock-0001' });
  response.end(JSON.stringify({ type: 'about:blank', title: en, status, detail: en, code, zh, en, requestId: 'mock-0001' }));
}

/** The pages' addresses, as the server's PageEntries answers them. */
const page = (path) => (path === '/' ? '/index.html' : /^\/office(\/|$)/.test(path) ? '/office.html' : path);
const SAFETY =
  "default-src 'self'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

function file(response, path) {
  const wanted = join(dist, normalize(page(path)));
  if (!wanted.startsWith(dist) || !existsSync(wanted) || !statSync(wanted).isFile()) return problem(response, 404, 'not-found', '没有找到。', 'Not found.');
  response.writeHead(200, { 'Content-Type': TYPES[extname(wanted)] ?? 'application/octet-stream', 'Content-Security-Policy': SAFETY });
  createReadStream(wanted).pipe(response);
}

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://mock');
  if (!url.pathname.startsWith('/api/')) return file(response, url.pathname);
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => answer({ request, response, url, body, problem: problem.bind(null, response), synthetic: !flag('--real') }));
});
server.listen(Number(option('--port', '8090')), '127.0.0.1', () => {
  console.log(`mock on http://127.0.0.1:${server.address().port} (synthetic answers, not the product)`);
});
