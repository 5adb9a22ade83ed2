/** What is used of a module that Emscripten compiled: its memory, which is larger once it grew. */
export type ModuleMemory = {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(address: number): void;
};

/** Memory is remembered in pieces of so many bytes; most of them are nothing but zeros. */
const pieceSize = 2 ** 16;
/** Asked for once, to see by what it is handed out. */
const probeSize = 2 ** 20;

/**
 * Remembers what the memory of an instance holds, and returns what puts that back. Beyond what
 * `sbrk` has handed out nothing was written, so that stays as it is: the memory is several times as
 * large as most planes need.
 *
 * @param module an instance that is new
 */
export function rememberMemory(module: ModuleMemory): () => void {
  const pieces = listPieces(module.HEAPU8);
  const used = endOf(pieces);
  const breakAt = findBreak(module, pieces, used);
  const putBack = () => {
    const memory = module.HEAPU8;
    const end = breakAt === undefined ? memory.length : wordsOf(memory)[breakAt]!;
    // What lies lower than the heap begins is no break any more: then all is put back.
    memory.fill(0, 0, end < used ? memory.length : end);
    for (const { address, bytes } of pieces) memory.set(bytes, address);
  };
  putBack();
  return putBack;
}

type Piece = { readonly address: number; readonly bytes: Uint8Array };

/** The pieces that hold anything. */
function listPieces(memory: Uint8Array): Piece[] {
  const zeros = Buffer.alloc(pieceSize);
  const pieces: Piece[] = [];
  for (let address = 0; address < memory.length; address += pieceSize) {
    const bytes = memory.subarray(address, address + pieceSize);
    if (!zeros.equals(bytes)) pieces.push({ address, bytes: bytes.slice() });
  }
  return pieces;
}

/** The address behind the last byte that is not zero; the heap begins no lower. */
function endOf(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last ? last.address + last.bytes.findLastIndex((byte) => byte !== 0) + 1 : 0;
}

/**
 * Which word is the program break, up to which memory was handed out: the only one in static data
 * that says so before and after more is asked for.
 *
 * @param pieces what the instance held when it was new
 * @param used where its heap can begin at the earliest
 * @returns undefined where no word or several could be that
 */
function findBreak(module: ModuleMemory, pieces: readonly Piece[], used: number): number | undefined {
  const address = module._malloc(probeSize);
  const words = wordsOf(module.HEAPU8);
  const found = pieces.flatMap((piece) => {
    const first = piece.address / 4;
    const saysSo = (before: number, at: number) => before >= used && words[first + at]! >= Math.max(before, address) + probeSize;
    return [...wordsOf(piece.bytes)].flatMap((before, at) => (saysSo(before, at) ? first + at : []));
  });
  module._free(address);
  return found.length === 1 ? found[0] : undefined;
}

function wordsOf({ buffer }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer);
}
