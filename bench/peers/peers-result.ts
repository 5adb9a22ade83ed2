import type { About } from './answer.ts';
import type { PeerSummary } from './summarise-peer.ts';

/** One peer's line in the table. */
export type PeerResult =
  | ({ readonly name: string; readonly memory_mib: number } & About & PeerSummary)
  | { readonly name: string; readonly error: string };

/** One run over one set of pictures. */
export interface PeersResult {
  /** Short, for files; the title says what the pictures are. */
  readonly name: string;
  readonly title: string;
  readonly date: string;
  readonly machine: string;
  /** What else is to be known about the run, such as other work on the machine. */
  readonly note?: string | undefined;
  readonly peers: readonly PeerResult[];
}
