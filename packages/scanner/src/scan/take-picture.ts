import type { Camera } from '../camera/open-camera.ts';

/** What is used of the W3C's Image Capture, which the standard library's types lack. */
type ImageCaptureConstructor = new (track: MediaStreamTrack) => { takePhoto(): Promise<Blob> };

/**
 * A still picture of the camera, as large as it takes them; that of the video where it takes none.
 */
export async function takePicture({ stream }: Camera, video: HTMLVideoElement): Promise<Blob> {
  const [track] = stream.getVideoTracks();
  const { ImageCapture } = globalThis as { ImageCapture?: ImageCaptureConstructor };
  const photo = ImageCapture && track ? await new ImageCapture(track).takePhoto().catch(() => undefined) : undefined;
  return photo ?? (await drawFrame(video));
}

async function drawFrame(video: HTMLVideoElement): Promise<Blob> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return await canvas.convertToBlob({ type: 'image/png' });
}
