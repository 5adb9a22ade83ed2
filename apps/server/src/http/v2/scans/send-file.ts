import type { FastifyReply } from 'fastify';

/** Answers with bytes that come from a stranger: whatever they are, a browser shows them as a picture and runs nothing. */
export function sendFile(reply: FastifyReply, mediaType: string, bytes: Uint8Array): FastifyReply {
  return reply
    .headers({ 'content-security-policy': "default-src 'none'; sandbox", 'content-disposition': 'inline' })
    .type(mediaType)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
