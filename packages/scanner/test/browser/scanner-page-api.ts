/** An event of the scanner, milliseconds after it was placed. */
export type ScannerEvent = { readonly name: string; readonly at_ms: number; readonly detail: unknown };

/** A picture that the server holds, and how long a camera shows it. */
export type ClipScene = { readonly file: string; readonly ms: number };

/** What came of a clip. Times are milliseconds after the scene of interest was first shown. */
export type ClipOutcome = {
  /** Milliseconds between frames that were read, while the clip ran. */
  readonly intervals_ms: readonly number[];
  /** The lines of the document that was taken; undefined where none was. */
  readonly lines?: readonly string[];
  readonly result_ms?: number;
};

/** What tests and benches call in the page of the scanner. */
export type ScannerPage = {
  /** Puts a new scanner in the place of the one before. */
  place(attributes: Readonly<Record<string, string>>): void;
  /** Scans until there is a result, a failure or `stop`. */
  start(): Promise<void>;
  stop(): void;
  /** Reads a file that the page's server holds. */
  scanFile(name: string): Promise<void>;
  /**
   * Shows a clip to the scanner instead of a camera, until there is a result or the time is over.
   *
   * @param from file of the scene from which the time to the result counts
   */
  runClip(scenes: readonly ClipScene[], from: string, limitMs: number): Promise<ClipOutcome>;
  setMessages(messages: { readonly done: string }): void;
  /** Since the scanner was placed. */
  events(): readonly ScannerEvent[];
};

declare global {
  var scannerPage: ScannerPage;
}
