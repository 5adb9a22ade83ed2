import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenStream = { readonly nfd?: number; readonly node: object };
type NodeFileSystem = {
  readonly stream_ops: { fsync?: (stream: EmscriptenStream) => number };
  readonly realPath: (node: object) => string;
};

/** Ways to bring a file to the disk; `onSync` hears of each one. */
export type SyncObserver = { readonly onSync?: () => void };

/**
 * A PGlite file system on a folder whose fsync reaches the disk.
 *
 * PGlite's own never does: Emscripten's NODEFS has no `fsync` operation, and Emscripten answers success where one is missing. So without
 * this a committed transaction may still be only in the page cache. The hook is not documented; a test counts the fsyncs.
 */
export class DurableNodeFs extends NodeFS {
  readonly #observer: SyncObserver;

  constructor(directory: string, observer: SyncObserver = {}) {
    super(directory);
    this.#observer = observer;
  }

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const result = await super.init(pg, options);
    const install = (module: { NODEFS: unknown }) => {
      const fileSystem = module.NODEFS as NodeFileSystem;
      fileSystem.stream_ops.fsync = (stream) => {
        syncStream(fileSystem, stream);
        this.#observer.onSync?.();
        return 0;
      };
    };
    return { emscriptenOpts: { ...result.emscriptenOpts, preRun: [...(result.emscriptenOpts.preRun ?? []), install] } };
  }
}

function syncStream(fileSystem: NodeFileSystem, stream: EmscriptenStream): void {
  if (stream.nfd !== undefined) {
    fsyncSync(stream.nfd);
    return;
  }
  // PostgreSQL also syncs folders, after it renamed a file in them; Emscripten opens no descriptor for a folder.
  const descriptor = openSync(fileSystem.realPath(stream.node), 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
