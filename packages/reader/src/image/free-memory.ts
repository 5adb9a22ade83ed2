/**
 * Gives the memory of pixels back at once; they are gone then. The collector does so as well, but late: it sees how much memory waits
 * for it, and not that a picture's end makes all of it garbage, and looks through everything that lives each time instead.
 */
export function freeMemory({ buffer, byteLength }: Uint8Array): void {
  // What shares its memory with others, as small buffers of Node do, is not ours to give back.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !buffer.detached) buffer.transfer(0);
}
