import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../../errors/service-error.ts';
import { renderPage } from '../docs/render-page.ts';
import { publicPath } from '../public-path.ts';
import { chooseEncoding } from './choose-encoding.ts';
import { openPageFiles, type PageFile } from './open-page-files.ts';
import { pageHeaders, scannerPageHeaders } from './page-headers.ts';

/** Addresses of files that are not named by their content, and where each lies in the folder. */
export const pageAddresses = {
  '/': 'index.html',
  '/admin': 'admin.html',
  '/scanner': 'scanner.html',
  '/sw.js': 'sw.js',
  '/manifest.webmanifest': 'manifest.webmanifest',
  '/icon.svg': 'icon.svg',
} as const;

/** What is named by its content can be kept for good (RFC 8246). */
const immutable = 'public, max-age=31536000, immutable';

/**
 * Serves the built page: `GET /` for everybody, `GET /admin` for operators, `GET /scanner` for
 * whoever embeds the scanner, and what they load.
 * Nothing of it needs a token; the API that it calls does.
 *
 * @param publicUrl where clients reach the service; its path is the base of the links of the page
 *   that is shown where none is built
 */
export function registerPage(app: FastifyInstance, directory: string, publicUrl: string | undefined): void {
  const base = publicPath(publicUrl);
  const files = openPageFiles(directory);
  for (const [address, path] of Object.entries(pageAddresses)) {
    app.get(address, async (request, reply) => {
      const file = await files.find(path);
      const headers = { ...(address === '/scanner' ? scannerPageHeaders : pageHeaders), 'cache-control': 'no-cache' };
      if (file) return sendPageFile(request, reply, file, headers);
      if (!path.endsWith('.html')) throw new ServiceError('not_found', 'Not found.');
      return reply.headers(headers).type('text/html; charset=utf-8').send(renderMissingPage(base));
    });
  }
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const file = await files.find(`assets/${request.params.name}`);
    if (!file) throw new ServiceError('not_found', 'Not found.');
    return sendPageFile(request, reply, file, { ...pageHeaders, 'cache-control': immutable });
  });
}

function sendPageFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: PageFile,
  headers: Readonly<Record<string, string>>,
): FastifyReply {
  const encoding = chooseEncoding(request.headers['accept-encoding'], file);
  // Another encoding is another representation, so it has another tag (RFC 9110, section 8.8.3).
  const etag = encoding === undefined ? file.etag : file.etag.replace(/"$/, `-${encoding}"`);
  reply.headers({ ...headers, etag });
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  if (encoding !== undefined) reply.header('content-encoding', encoding);
  return reply.type(file.mediaType).send(encoding === undefined ? file.bytes : file.encoded[encoding]);
}

function renderMissingPage(base: string): string {
  const body = `<h1>The page is not built</h1>
<p>The API works. To see the page, run <code>npm run build:page</code> in the folder of OCR Web and load this address again; <code>npm start</code> does both.</p>
<p><a href="${base}/docs">The API and its documentation</a></p>`;
  return renderPage('OCR Web', base, '', body);
}
