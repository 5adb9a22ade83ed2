/**
 * Receives webhooks, checks that they are genuine and fresh, prints what happened.
 *   WEBHOOK_SECRET=whsec_… PORT=8900 node receive-webhooks.ts
 */
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { isOcrWebError, verifyWebhook } from '@ocr-web/api/client';

const { WEBHOOK_SECRET = '', PORT } = process.env;

const server = createServer(async (request, response) => {
  try {
    // The body as it came: what a JSON parser makes of it has another signature.
    const event = await verifyWebhook({ secret: WEBHOOK_SECRET, headers: request.headers, body: await buffer(request) });
    console.log(`${event.type} ${event.data.id}`);
    response.writeHead(204).end();
  } catch (error) {
    response.writeHead(isOcrWebError(error) ? 400 : 500).end();
  }
});
server.listen(Number(PORT), '127.0.0.1');
