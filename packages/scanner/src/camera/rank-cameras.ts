export type Facing = 'environment' | 'user';

/** What is known of a camera without opening it; labels are there once access was allowed. */
export type CameraInfo = { readonly deviceId: string; readonly label: string };

const rear = /back|rear|environment|trasera|arri[èe]re|rück|hinten|posterior/i;
const front = /front|user|selfie|facetime|delantera|avant|anterior/i;
/** Lenses that cannot focus on a document at arm's length, or see no colour. */
const unfit = /ultra|0[.,]5|fish|wide[ -]?angle|tele|depth|infrared|\bir\b|macro/i;
/** Made of several lenses, between which the system chooses by distance. */
const combined = /dual|triple/i;

/**
 * The cameras to try, best first: on the wanted side, special lenses only where there is no other,
 * in the order of their names. Android numbers its cameras, and the main one comes first; iOS calls
 * it "Back Camera".
 *
 * @param facing the side of the device that the camera is on
 * @returns none where the names do not tell the sides apart, as on most desktops
 */
export function rankCameras(cameras: readonly CameraInfo[], facing: Facing): CameraInfo[] {
  const [wanted, other] = facing === 'environment' ? [rear, front] : [front, rear];
  const sided = cameras.filter(({ label }) => wanted.test(label) && !other.test(label));
  const fit = sided.filter(({ label }) => !unfit.test(label));
  const penalty = ({ label }: CameraInfo) => (combined.test(label) ? 1 : 0);
  return (fit.length > 0 ? fit : sided).sort((a, b) => penalty(a) - penalty(b) || a.label.localeCompare(b.label, 'en', { numeric: true }));
}
