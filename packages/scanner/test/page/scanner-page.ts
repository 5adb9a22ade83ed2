import { MrzScannerElement } from '../../src/index.ts';
import type { ScannerEvents } from '../../src/scanner-events.ts';
import type { ClipOutcome, ScannerEvent } from '../browser/scanner-page-api.ts';
import { useCanvasCamera } from './canvas-camera.ts';

const names = ['ready', 'hint', 'frame', 'result', 'error'] as const;
let events: ScannerEvent[] = [];
let scanner = new MrzScannerElement();

globalThis.scannerPage = {
  place: (attributes) => {
    scanner.remove();
    events = [];
    scanner = new MrzScannerElement();
    for (const [name, value] of Object.entries(attributes)) scanner.setAttribute(name, value);
    const since = performance.now();
    for (const name of names) {
      scanner.addEventListener(name, (event) => {
        events.push({ name, at_ms: performance.now() - since, detail: (event as CustomEvent).detail });
      });
    }
    document.querySelector('main')?.append(scanner);
  },
  start: () => scanner.start(),
  stop: () => scanner.stop(),
  scanFile: async (name) => {
    const file = await (await fetch(`/files/${encodeURIComponent(name)}`)).blob();
    await scanner.scanFile(file);
  },
  runClip: async (scenes, from, limitMs): Promise<ClipOutcome> => {
    const camera = await useCanvasCamera(scenes);
    const abort = new AbortController();
    const frames: number[] = [];
    let result: { readonly lines: readonly string[]; readonly at: number } | undefined;
    const take = ({ detail }: Event & { readonly detail?: ScannerEvents['result'] }) => {
      result = { lines: detail?.documents[0]?.lines ?? [], at: performance.now() };
    };
    scanner.addEventListener('frame', () => frames.push(performance.now()), abort);
    scanner.addEventListener('result', take, abort);
    const timer = setTimeout(() => scanner.stop(), limitMs);
    await scanner.start();
    clearTimeout(timer);
    abort.abort();
    camera.stop();
    const intervals_ms = frames.slice(1).map((at, index) => at - frames[index]!);
    const shown = camera.shownAt.get(from) ?? Number.NaN;
    return { intervals_ms, ...(result && { lines: result.lines, result_ms: result.at - shown }) };
  },
  setMessages: (messages) => {
    scanner.messages = messages;
  },
  events: () => events,
};
