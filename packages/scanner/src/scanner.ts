import type { Reading } from '@ocr-web/reader';
import type { WebReader } from '@ocr-web/reader-web';
import { v2Result } from '@ocr-web/results';
import { announceCapture } from './announce-capture.ts';
import { type Camera, openCamera } from './camera/open-camera.ts';
import { createLazyReader } from './lazy-reader.ts';
import type { OrderCode } from './scan/choose-order.ts';
import { describeReadingFailure } from './scan/describe-reading-failure.ts';
import { grabFrames } from './scan/grab-frames.ts';
import { scanLive } from './scan/live-scan.ts';
import { takePicture } from './scan/take-picture.ts';
import { ScannerError } from './scanner-error.ts';
import type { EmitScannerEvent } from './scanner-events.ts';
import type { ScannerSettings } from './scanner-settings.ts';
import { createPresenter, type Presenter } from './view/create-presenter.ts';

/** After so long without a document a picture is offered, milliseconds. */
const offerPictureMs = 8000;

/** From a start to its result, its failure or the next start. */
type Session = { readonly abort: AbortController; camera?: Camera };

/** Camera, reader and view of one element, from start to result. */
export class Scanner {
  readonly #settings: () => ScannerSettings;
  readonly #emit: EmitScannerEvent;
  readonly #presenter: Presenter;
  readonly #reader = createLazyReader((progress) => this.#presenter.show({ progress }));
  #session: Session | undefined;

  /** @param settings asked whenever one is needed */
  constructor(root: ShadowRoot, settings: () => ScannerSettings, emit: EmitScannerEvent) {
    this.#settings = settings;
    this.#emit = emit;
    this.#presenter = createPresenter(root, settings, {
      toggle: () => (this.#session ? this.stop() : void this.start()),
      toggleTorch: () => void this.#setTorch(!this.#presenter.state.torch),
      toggleZoom: () => void this.#setZoomed(!this.#presenter.state.zoomed),
      takePicture: () => void this.#photograph(),
      chooseFile: (file) => void this.scanFile(file),
    });
    this.refresh();
  }

  /** Scans until a document is proved. */
  async start(): Promise<void> {
    await this.#during(async (session) => {
      const { signal } = session.abort;
      const [camera, reader] = await Promise.all([this.#openCamera(session), this.#reader.load()]);
      signal.throwIfAborted();
      await this.#play(camera, session);
      this.#presenter.show({ phase: 'scanning', status: this.#settings().messages.orders.no_mrz });
      this.#emit('ready', { cameraId: camera.deviceId });
      await this.#watch(reader, signal);
    });
  }

  /** Reads a picture as the service would; without a zone, it says what is wrong with it. */
  async scanFile(file: Blob): Promise<void> {
    await this.#during(async ({ abort: { signal } }) => {
      const reader = await this.#reader.load();
      signal.throwIfAborted();
      this.#presenter.show({ phase: 'reading', status: this.#settings().messages.reading });
      const reading = await reader.readPicture(file, { signal });
      if (reading.zones.length > 0) return this.#finish(reading);
      this.#end();
      this.#presenter.show({ phase: 'failed' });
      this.#order(reading.hints[0]?.code ?? 'no_mrz');
    });
  }

  stop(): void {
    this.#end();
    this.#presenter.show({ phase: 'idle' });
  }

  /** Shows what the settings say now. */
  refresh(): void {
    this.#presenter.show({});
  }

  /** Stops, and gives the reader's memory back. */
  close(): void {
    this.stop();
    this.#reader.close();
  }

  /** Runs a session. What fails after its end is no news. */
  async #during(work: (session: Session) => Promise<void>): Promise<void> {
    this.#end();
    const session: Session = { abort: new AbortController() };
    this.#session = session;
    this.#presenter.show({ phase: 'loading', status: this.#settings().messages.loading, progress: 0 });
    try {
      await work(session);
    } catch (error) {
      const { signal } = session.abort;
      if (this.#session === session) this.#fail(signal.aborted ? signal.reason : error);
    }
  }

  /** Ends the session; the picture of its camera goes. */
  #end(): void {
    this.#session?.abort.abort();
    this.#session?.camera?.close();
    this.#session = undefined;
    this.#presenter.video.srcObject = null;
    this.#presenter.outline([]);
    this.#presenter.show({ torch: undefined, zoomed: undefined, offersPicture: false });
  }

  async #openCamera(session: Session): Promise<Camera> {
    const { facing, cameraId, constraints } = this.#settings();
    const camera = await openCamera({ facing, cameraId, constraints });
    // Nobody waits for it any more.
    if (session.abort.signal.aborted) camera.close();
    session.camera = camera;
    return camera;
  }

  async #play({ stream, hasTorch, maxZoom, isFront }: Camera, { abort }: Session): Promise<void> {
    const { video, show } = this.#presenter;
    for (const track of stream.getVideoTracks()) {
      track.addEventListener('ended', () => abort.abort(new ScannerError('camera-lost')));
    }
    video.srcObject = stream;
    await video.play();
    show({ isFront, torch: hasTorch ? false : undefined, zoomed: maxZoom >= 2 ? false : undefined });
  }

  async #watch(reader: WebReader, signal: AbortSignal): Promise<void> {
    const timer = setTimeout(() => this.#presenter.show({ offersPicture: true }), offerPictureMs);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    const deps = {
      reader,
      grabFrame: grabFrames(this.#presenter.video),
      isWanted: (zone: Reading['zones'][number]) => this.#settings().isWanted(zone),
      onOrder: (code: OrderCode) => this.#order(code),
      now: () => performance.now(),
    };
    const { zone, frame } = await scanLive(
      {
        ...deps,
        onFrame: ({ width, height, detected, zones }) => {
          const quads = detected.map(({ quad }) => quad);
          this.#presenter.outline(quads, { width, height });
          this.#emit('frame', { width, height, quads, score: zones[0]?.score });
        },
      },
      signal,
    );
    const { width, height, timing } = frame;
    this.#finish({ zones: [zone], pages: [{ width, height }], hints: [], timing });
  }

  #order(code: OrderCode): void {
    const message = this.#settings().messages.orders[code];
    this.#presenter.show({ status: message });
    this.#emit('hint', { code, message });
  }

  #finish(reading: Omit<Reading, 'mediaType'>): void {
    this.#end();
    const { messages, ...ways } = this.#settings();
    announceCapture(ways);
    this.#presenter.show({ phase: 'done', status: messages.done });
    this.#emit('result', v2Result(reading));
  }

  #fail(error: unknown): void {
    const { code } = describeReadingFailure(error);
    const message = this.#settings().messages.errors[code];
    this.#end();
    this.#presenter.show({ phase: 'failed', status: message });
    this.#emit('error', { code, message });
  }

  async #photograph(): Promise<void> {
    const camera = this.#session?.camera;
    if (camera) await this.scanFile(await takePicture(camera, this.#presenter.video));
  }

  async #setTorch(torch: boolean): Promise<void> {
    // Some cameras name a light that they do not have.
    const isSet = await this.#session?.camera?.setTorch(torch).then(
      () => true,
      () => false,
    );
    if (isSet) this.#presenter.show({ torch });
  }

  async #setZoomed(zoomed: boolean): Promise<void> {
    const isSet = await this.#session?.camera?.setZoom(zoomed ? 2 : 1).then(
      () => true,
      () => false,
    );
    if (isSet) this.#presenter.show({ zoomed });
  }
}
