import type { FastifyInstance, FastifyReply } from 'fastify';
import { publicPath } from '../public-path.ts';
import { type DocsAsset, docsAssetNames, readDocsAsset } from './docs-assets.ts';
import { renderApiPage } from './render-api-page.ts';
import { renderProblemsPage } from './render-problems-page.ts';

/**
 * Nothing is loaded from, sent to or framed by anybody else. Swagger UI's style sheet carries its
 * pictures in itself.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * `GET /docs` shows the API, `GET /docs/problems` explains its problems. Both work without any
 * other host.
 *
 * @param publicUrl where clients reach the service; its path is the base of the pages' links
 */
export function registerDocs(app: FastifyInstance, publicUrl: string | undefined): void {
  const base = publicPath(publicUrl);
  const sendPage = (reply: FastifyReply, page: string) =>
    reply
      .headers({ 'content-security-policy': contentSecurityPolicy, 'referrer-policy': 'no-referrer' })
      .type('text/html; charset=utf-8')
      .send(page);
  app.get('/docs', (_request, reply) => sendPage(reply, renderApiPage(base)));
  app.get('/docs/problems', (_request, reply) => sendPage(reply, renderProblemsPage(base)));
  for (const name of docsAssetNames) {
    let asset: Promise<DocsAsset> | undefined;
    app.get(`/docs/${name}`, async (request, reply) => {
      asset ??= readDocsAsset(name);
      const { mediaType, bytes, etag } = await asset;
      reply.headers({ etag, 'cache-control': 'no-cache' });
      return request.headers['if-none-match'] === etag ? reply.status(304).send() : reply.type(mediaType).send(bytes);
    });
  }
}
