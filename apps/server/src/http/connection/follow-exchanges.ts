import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** A request and the response to it. */
type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** The exchanges of a connection that are not over: the last one stays until its body has come. */
const open = new WeakMap<Duplex, Exchange[]>();

const isOver = ({ request, response }: Exchange): boolean => response.closed && request.complete;

/** Keeps account of what is under way on every connection of a server, for {@link mayAnswer}. */
export function followExchanges(server: Server): void {
  server.prependListener('request', (request, response) => {
    const { socket } = request;
    open.set(socket, [...openOn(socket), { request, response }]);
  });
}

function openOn(socket: Duplex): Exchange[] {
  return (open.get(socket) ?? []).filter((exchange) => !isOver(exchange));
}

/**
 * Tells whether a response written on a bare connection would be taken for the right request: there
 * is none that waits, or the only one is the one whose body broke off, and has no answer yet. Any
 * other response would be one too many, and a proxy in front that shares the connection could hand
 * it to somebody else (RFC 9112, section 11.1).
 */
export function mayAnswer(socket: Duplex): boolean {
  const [first, ...others] = openOn(socket);
  return first === undefined || (others.length === 0 && !first.request.complete && !first.response.headersSent);
}

/** Resolves when every response is out that was begun or waits on a connection. */
export async function answersSent(socket: Duplex): Promise<void> {
  const waiting = openOn(socket).filter(({ response }) => !response.closed);
  await Promise.all(waiting.map(({ response }) => new Promise<void>((resolve) => response.once('close', resolve))));
}
