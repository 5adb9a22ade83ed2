/**
 * Pictures of a video element, each of its frames at most once.
 *
 * @param video plays a camera
 */
export function grabFrames(video: HTMLVideoElement): (signal: AbortSignal) => Promise<ImageBitmap> {
  return async (signal) => {
    await nextFrame(video, signal);
    return await createImageBitmap(video);
  };
}

function nextFrame(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    const take = () => {
      signal.removeEventListener('abort', abort);
      resolve();
    };
    // Firefox on some systems lacks it.
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(take);
    else requestAnimationFrame(take);
  });
}
