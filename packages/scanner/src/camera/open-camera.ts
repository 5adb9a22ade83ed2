import { ScannerError } from '../scanner-error.ts';
import { describeCameraFailure } from './describe-camera-failure.ts';
import { type Facing, rankCameras } from './rank-cameras.ts';

export type CameraWish = {
  readonly facing: Facing;
  /** This camera and no other. */
  readonly cameraId?: string | undefined;
  /** Further constraints of the picture. */
  readonly constraints?: MediaTrackConstraints | undefined;
};

/** What browsers know of a track beyond the standard library's types. */
type TrackCapabilities = MediaTrackCapabilities & {
  readonly torch?: boolean;
  readonly zoom?: { readonly min: number; readonly max: number };
};
type TrackSettings = { readonly torch?: boolean; readonly zoom?: number };

/** An open camera. */
export type Camera = {
  readonly stream: MediaStream;
  readonly deviceId: string;
  /** Whether the picture is that of the person in front of the screen, who expects a mirror. */
  readonly isFront: boolean;
  readonly hasTorch: boolean;
  /** The largest factor; 1 where the camera cannot. */
  readonly maxZoom: number;
  setTorch(on: boolean): Promise<void>;
  setZoom(factor: number): Promise<void>;
  close(): void;
};

/** 720p: what every camera has, and enough for the print of a passport that fills the frame. */
const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
/** How many lenses are opened to find the one with the torch, which is the main one. */
const maxTries = 3;

/** The lens that was found best, by side; it is kept for the life of the page only. */
const remembered = new Map<Facing, string>();

/**
 * Opens the camera that sees documents best: on the wanted side the main lens, which is the one
 * with the torch, never an ultra-wide one while there is another.
 *
 * @throws ScannerError `insecure-context`, `no-camera`, `permission-denied`, `camera-in-use`
 */
export async function openCamera({ facing, cameraId, constraints = {} }: CameraWish): Promise<Camera> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!globalThis.isSecureContext || !devices) throw new ScannerError('insecure-context');
  const open = (choice: MediaTrackConstraints) =>
    devices.getUserMedia({ audio: false, video: { ...size, ...constraints, ...choice } }).then(wrapStream, (error) => {
      throw describeCameraFailure(error);
    });
  const known = cameraId ?? remembered.get(facing);
  if (known !== undefined) {
    try {
      return await open({ deviceId: { exact: known } });
    } catch (error) {
      // The one that was remembered may have been pulled out.
      if (cameraId !== undefined || (error as ScannerError).code !== 'no-camera') throw error;
    }
  }
  const camera = await openBest(facing, devices, open);
  remembered.set(facing, camera.deviceId);
  return camera;
}

type Open = (choice: MediaTrackConstraints) => Promise<Camera>;

async function openBest(facing: Facing, devices: MediaDevices, open: Open): Promise<Camera> {
  // Before the first access cameras have no names.
  let camera = await open({ facingMode: { ideal: facing } });
  const infos = (await devices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
  const ranked = rankCameras(infos, facing).slice(0, maxTries);
  const [best] = ranked;
  const isBest = () => camera.hasTorch && ranked.some(({ deviceId }) => deviceId === camera.deviceId);
  const exchange = async (deviceId: string) => {
    // Phones open one camera at a time.
    camera.close();
    camera = await open({ deviceId: { exact: deviceId } });
  };
  for (const { deviceId } of ranked) {
    if (isBest()) return camera;
    if (deviceId !== camera.deviceId) await exchange(deviceId);
  }
  if (best && !isBest() && camera.deviceId !== best.deviceId) await exchange(best.deviceId);
  return camera;
}

function wrapStream(stream: MediaStream): Camera {
  const [track] = stream.getVideoTracks();
  if (!track) throw new ScannerError('no-camera');
  const { torch = false, zoom } = (track.getCapabilities?.() ?? {}) as TrackCapabilities;
  const { deviceId = '', facingMode } = track.getSettings();
  const apply = (settings: TrackSettings) => track.applyConstraints({ advanced: [settings as MediaTrackConstraintSet] });
  return {
    stream,
    deviceId,
    isFront: facingMode === 'user',
    hasTorch: torch,
    maxZoom: zoom?.max ?? 1,
    setTorch: (on) => apply({ torch: on }),
    setZoom: (factor) => apply({ zoom: Math.min(zoom?.max ?? 1, Math.max(zoom?.min ?? 1, factor)) }),
    close: () => track.stop(),
  };
}
