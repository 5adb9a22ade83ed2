import { Transform } from 'node:stream';
import type { FastifyReply, FastifyRequest, preParsingHookHandler } from 'fastify';
import { isServiceError, ServiceError } from '../../errors/service-error.ts';
import type { Admission } from '../admission/admission.ts';
import { getSignal } from '../authentication/authenticate.ts';

/** Refuses a body by the length it declares, before a byte of it is read. */
export function refuseDeclaredLength(maxBytes: number) {
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    done(Number(request.headers['content-length'] ?? 0) > maxBytes ? bodyTooLarge(maxBytes) : undefined);
  };
}

/**
 * Pieces in which a body may come, beside one for each 512 bytes. Each costs the same work and a
 * few hundred bytes of memory, however little is in it: 27 MB in chunks of one byte took three
 * quarters of a minute and 2 GB.
 */
const freePieces = 10_000;
const minPieceBytes = 512;

/**
 * Counts a body while it arrives, for clients that declare no length, and stops at the limit, when
 * it comes in too many pieces, when the token is revoked, or when it is too slow.
 */
export function limitStream(maxBytes: number, admission: Pick<Admission, 'watchBody'>): preParsingHookHandler {
  return (request, reply, payload, done) => {
    // Only now the client is told to send: whoever asks first (Expect: 100-continue) need not send
    // what would be refused.
    if (/^100-continue$/i.test(request.headers.expect ?? '')) reply.raw.writeContinue();
    let received = 0;
    let pieces = 0;
    const counter = new Transform({
      transform: (chunk: Buffer, _encoding, next) => {
        received += chunk.length;
        pieces += 1;
        pace.receive(chunk.length);
        if (received > maxBytes) next(bodyTooLarge(maxBytes));
        else next(pieces > freePieces + received / minPieceBytes ? tooManyPieces() : null, chunk);
      },
      flush: (next) => {
        pace.finish();
        next();
      },
    });
    const pace = admission.watchBody(request, (error) => counter.destroy(error));
    // Whoever reads the body hears of it too; without a listener of its own a client that leaves
    // early would end the process.
    counter.on('error', () => payload.unpipe(counter));
    const signal = getSignal(request);
    const cut = () => isServiceError(signal.reason) && counter.destroy(signal.reason);
    signal.addEventListener('abort', cut, { once: true });
    request.raw.once('close', () => {
      if (!request.raw.complete) counter.destroy(new ServiceError('body.malformed', 'The request ended before its body did.'));
    });
    done(null, payload.pipe(counter));
  };
}

function bodyTooLarge(maxBytes: number): ServiceError {
  return new ServiceError('body.too_large', `The request body is too large; at most ${maxBytes} bytes are accepted.`);
}

function tooManyPieces(): ServiceError {
  return new ServiceError('body.malformed', `The body comes in too many pieces. Send it in chunks of ${minPieceBytes} bytes or more.`);
}
