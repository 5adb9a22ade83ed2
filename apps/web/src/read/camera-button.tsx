import { useCallback, useState } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { messages } from '../i18n/language.ts';
import { CameraDialog } from './camera-dialog.tsx';
import { canScan } from './load-scanner.ts';

/** Opens the camera, where there may be one. */
export function CameraButton() {
  const [isOpen, open] = useState(false);
  const close = useCallback(() => open(false), []);
  if (!canScan) return null;
  return (
    <>
      <button type="button" class="button" onClick={() => open(true)}>
        <Icon name="scan" />
        {messages.value.read.live}
      </button>
      {isOpen && <CameraDialog onClose={close} />}
    </>
  );
}
