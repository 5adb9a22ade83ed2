import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '../controls/dialog.tsx';
import { Notice } from '../controls/notice.tsx';
import { language, messages } from '../i18n/language.ts';
import { explainError } from '../session/explain-error.ts';
import { announce } from '../shell/announce.ts';
import { createScanner, type ScannerEvent } from './load-scanner.ts';
import { showScanned } from './reading.ts';

/** Scans with the camera until a document was read, or somebody closes it. */
export function CameraDialog({ onClose }: { readonly onClose: () => void }) {
  const { read } = messages.value;
  const host = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let scanner: Awaited<ReturnType<typeof createScanner>> | undefined;
    let isClosed = false;
    const begin = async () => {
      const made = await createScanner();
      if (isClosed || !host.current) return;
      scanner = made;
      made.lang = language.value;
      made.addEventListener('result', (event) => {
        const { detail } = event as ScannerEvent<'result'>;
        showScanned(detail);
        announce(read.done(detail.documents.length));
        onClose();
      });
      made.addEventListener('error', (event) => setFailure((event as Event as ScannerEvent<'error'>).detail.message));
      host.current.append(made);
      await made.start();
    };
    begin().catch((error: unknown) => setFailure(explainError(error)));
    return () => {
      isClosed = true;
      scanner?.stop();
    };
  }, [onClose, read]);
  return (
    <Dialog title={read.live} onClose={onClose}>
      {failure !== undefined && <Notice kind="error">{failure}</Notice>}
      <div ref={host} class="camera" />
    </Dialog>
  );
}
