import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An upload whose head has been sent, and of whose body the service has not everything. */
export type StartedUpload = {
  readonly socket: Socket;
  /** 100 when it was let in; what it was refused with otherwise. */
  readonly status: number;
  /** Everything that was answered, once the connection has ended. */
  readonly answer: Promise<string>;
};

/** Sends the head of an upload and, when it is let in, one byte of its body. */
export async function startUpload(url: string, path: string, authorization: string, contentType: string): Promise<StartedUpload> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const head = [`POST ${path} HTTP/1.1`, 'Host: x', `Authorization: ${authorization}`, `Content-Type: ${contentType}`];
  socket.write([...head, 'Content-Length: 5000', 'Expect: 100-continue', '', ''].join('\r\n'));
  let text = '';
  socket.on('data', (piece) => {
    text += piece;
  });
  // Whether it ends or is reset.
  const answer = once(
    socket.on('error', () => undefined),
    'close',
  ).then(() => text);
  // The service says 100 as soon as the upload has its place.
  await once(socket, 'data');
  const status = Number(text.split(' ')[1]);
  if (status === 100) socket.write('x');
  return { socket, status, answer };
}
