import { expect, test } from 'vitest';
import { type ModuleMemory, rememberMemory } from './remember-memory.ts';

const size = 4 * 2 ** 20;
/** Where static data end and the heap begins. */
const heap = 2 ** 16;
/** A byte that nobody was handed out. */
const beyond = size - 8;

/** Memory whose heap only grows; each of the words at these addresses is its program break. */
function makeModule(breaks: readonly number[]) {
  const memory = new Uint8Array(size);
  const words = new Uint32Array(memory.buffer);
  memory[heap - 1] = 7;
  const moveBreak = (to: number) => {
    for (const address of breaks) words[address / 4] = to;
  };
  moveBreak(heap);
  let end = heap;
  const module: ModuleMemory = {
    HEAPU8: memory,
    _malloc: (bytes) => {
      const address = end;
      end += bytes;
      moveBreak(end);
      return address;
    },
    _free: () => undefined,
  };
  return { module, memory, words };
}

/** What is written into static data, into the heap, and where nothing was handed out. */
function writeEverywhere(module: ModuleMemory, memory: Uint8Array): void {
  const address = module._malloc(1000);
  memory.fill(9, address, address + 1000);
  memory[16] = 9;
  memory[beyond] = 9;
}

test('what was handed out is put back, and no more than that', () => {
  const { module, memory } = makeModule([4096]);
  const fresh = memory.slice();
  const putBack = rememberMemory(module);
  expect(memory).toEqual(fresh);
  writeEverywhere(module, memory);
  putBack();
  expect(memory[beyond]).toBe(9);
  memory[beyond] = 0;
  expect(memory).toEqual(fresh);
});

test.each([
  ['no word says what was handed out', [] as number[]],
  ['several words may say it', [4096, 8192]],
])('all of it is put back where %s', (_, breaks) => {
  const { module, memory } = makeModule(breaks);
  const fresh = memory.slice();
  const putBack = rememberMemory(module);
  writeEverywhere(module, memory);
  putBack();
  expect(memory).toEqual(fresh);
});

test('all of it is put back where the word was overwritten with what cannot be', () => {
  const { module, memory, words } = makeModule([4096]);
  const fresh = memory.slice();
  const putBack = rememberMemory(module);
  writeEverywhere(module, memory);
  words[4096 / 4] = heap - 16;
  putBack();
  expect(memory).toEqual(fresh);
});
