import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { messages } from '../i18n/language.ts';
import { acceptFiles } from './accept-files.ts';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped or pasted anywhere on the page. */
export function DropAnywhere() {
  const [isOver, setOver] = useState(false);
  useEffect(() => listenForFiles(setOver), []);
  if (!isOver) return null;
  return (
    <div class="drop-cover" aria-hidden="true">
      <p>
        <Icon name="upload" />
        {messages.value.read.dropNow}
      </p>
    </div>
  );
}

function listenForFiles(onOver: (isOver: boolean) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  // A browser tells of every element that is entered and left; the page is left when all are.
  let depth = 0;
  const enter = (event: DragEvent, step: number) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = Math.max(0, depth + step);
    onOver(depth > 0);
  };
  addEventListener('dragenter', (event) => enter(event, 1), { signal });
  addEventListener('dragleave', (event) => enter(event, -1), { signal });
  addEventListener('dragover', (event) => enter(event, 0), { signal });
  addEventListener(
    'drop',
    (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      onOver(false);
      void acceptFiles([...(event.dataTransfer?.files ?? [])]);
    },
    { signal },
  );
  addEventListener('paste', ({ clipboardData }) => void acceptFiles([...(clipboardData?.files ?? [])]), { signal });
  return () => listening.abort();
}
