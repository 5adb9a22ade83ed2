import type { ClipScene } from '../browser/scanner-page-api.ts';

/** How far a held document sways, pixels, and how often a second. */
const sway = { pixels: 1.5, hertz: 1.3 };
const framesPerSecond = 30;

type DrawnScene = ClipScene & { readonly bitmap: ImageBitmap };

export type CanvasCamera = {
  /** When each scene was first shown, by its file; milliseconds of `performance.now`. */
  readonly shownAt: ReadonlyMap<string, number>;
  stop(): void;
};

/**
 * Puts a clip in the place of the page's cameras: a canvas on which its scenes are drawn one after
 * the other, the last one for ever.
 */
export async function useCanvasCamera(scenes: readonly ClipScene[]): Promise<CanvasCamera> {
  const drawn: DrawnScene[] = [];
  for (const scene of scenes) {
    const picture = await (await fetch(`/files/${encodeURIComponent(scene.file)}`)).blob();
    drawn.push({ ...scene, bitmap: await createImageBitmap(picture) });
  }
  const canvas = document.createElement('canvas');
  const [first] = drawn;
  canvas.width = first?.bitmap.width ?? 0;
  canvas.height = first?.bitmap.height ?? 0;
  const context = canvas.getContext('2d', { alpha: false });
  const shownAt = new Map<string, number>();
  let begin = performance.now();
  const draw = () => {
    const now = performance.now();
    const scene = sceneAt(drawn, now - begin);
    if (!scene) return;
    if (!shownAt.has(scene.file)) shownAt.set(scene.file, now);
    const shift = sway.pixels * Math.sin((2 * Math.PI * sway.hertz * (now - begin)) / 1000);
    context?.drawImage(scene.bitmap, shift, shift / 2);
  };
  draw();
  const timer = setInterval(draw, 1000 / framesPerSecond);
  navigator.mediaDevices.getUserMedia = () => {
    // The clip begins when its camera is opened.
    begin = performance.now();
    shownAt.clear();
    return Promise.resolve(canvas.captureStream(framesPerSecond));
  };
  return { shownAt, stop: () => clearInterval(timer) };
}

function sceneAt(scenes: readonly DrawnScene[], elapsed: number): DrawnScene | undefined {
  let end = 0;
  for (const scene of scenes) {
    end += scene.ms;
    if (elapsed < end) return scene;
  }
  return scenes.at(-1);
}
