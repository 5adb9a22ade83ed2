/** What computes the networks: the kernels with either set of instructions, or onnxruntime-web. */
export type BrowserRuntime = 'relaxed' | 'simd' | 'onnxruntime-web';

/** How long a frame took: searched as a whole, and where the one before had its zone. */
export type FrameTimes = { readonly searched_ms: number; readonly tracked_ms: number };

/** What a bench calls in the page. */
export type RuntimesPage = {
  /** Loads and compiles everything of a runtime; milliseconds. */
  open(runtime: BrowserRuntime): Promise<number>;
  /** Reads a picture of the server as a frame, each runtime in its turn. */
  readFrames(
    runtimes: readonly BrowserRuntime[],
    file: string,
    count: number,
  ): Promise<Readonly<Record<string, { readonly lines: readonly string[]; readonly times: readonly FrameTimes[] }>>>;
  /** Runs a network on a drawn picture; milliseconds of each run. */
  runNetwork(runtime: BrowserRuntime, network: 'detector' | 'recogniser', dims: readonly number[], runs: number): Promise<number[]>;
  /**
   * Runs a model of the server with onnxruntime-web on eight-bit noise; milliseconds of each run.
   */
  runModel(file: string, dims: readonly number[], runs: number): Promise<number[]>;
  /**
   * From nothing to the answer to the first frame, as a page that embeds the reader has it.
   *
   * @param cameraMs how long after the reader the camera is open, milliseconds
   */
  firstFrame(file: string, cameraMs: number): Promise<{ readonly open_ms: number; readonly frame_ms: number; readonly zones: number }>;
};

declare global {
  var runtimesPage: RuntimesPage;
}
