import type { FastifyInstance } from 'fastify';
import { answerOnSocket } from './answer-on-socket.ts';

/**
 * Lets requests through, or refuses them in our words, that Node keeps apart and would answer by
 * itself.
 */
export function takeOddRequests({ server }: FastifyInstance): void {
  // Left to the upload route, which answers before the body is sent where it will refuse it.
  server.on('checkContinue', (request, response) => server.emit('request', request, response));
  // Left to the hook that refuses it.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', (_request, socket) => {
    socket.resume();
    answerOnSocket(socket, { status: 405, detail: 'Method "CONNECT" not allowed.', headers: { allow: '' } });
  });
}
