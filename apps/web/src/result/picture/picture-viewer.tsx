import type { Document } from '@ocr-web/api/client';
import type { Signal } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../controls/icon.tsx';
import { messages } from '../../i18n/language.ts';
import type { ReadFile } from '../../readers/picture-reader.ts';
import { dragToScroll } from './drag-to-scroll.ts';
import type { PageExtras } from './page-extras.ts';
import { usePagePicture } from './use-page-picture.ts';
import { useZoom, type Zoom } from './use-zoom.ts';
import { ZoneOverlay } from './zone-overlay.tsx';

type PictureViewerProps = {
  readonly file: ReadFile;
  readonly page: number;
  readonly documents: readonly Document[];
  readonly selected: Document | null;
  readonly extras: PageExtras;
  readonly highlight: Signal<string | null>;
};

/**
 * A page with what was read on it. It scrolls as everything in a browser does: by touch, by wheel,
 * by its bars and by the arrow keys; it can be dragged too.
 */
export function PictureViewer({ file, page, documents, selected, extras, highlight }: PictureViewerProps) {
  const { picture } = messages.value;
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(frame);
  const [isOverlaid, overlay] = useState(true);
  const { width = 0, height = 0 } = file.result.pages[page] ?? {};
  const { url, lack } = usePagePicture(file, page);
  return (
    <section class="viewer" aria-label={picture.alt}>
      <ViewerTools zoom={zoom} selected={selected} pageWidth={width} isOverlaid={isOverlaid} onOverlay={overlay} />
      <section
        ref={frame}
        class="viewer-frame"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={picture.label}
        onKeyDown={zoom.onKey}
        onPointerDown={dragToScroll}
      >
        <div class="viewer-page" style={{ inlineSize: `${zoom.factor * 100}%`, aspectRatio: `${width || 3} / ${height || 2}` }}>
          {url && <img src={url} alt={picture.alt} draggable={false} />}
          {isOverlaid && (
            <ZoneOverlay width={width} height={height} documents={documents} selected={selected} extras={extras} highlight={highlight} />
          )}
          {lack && <p class="viewer-missing">{picture[lack]}</p>}
        </div>
      </section>
    </section>
  );
}

type ViewerToolsProps = {
  readonly zoom: Zoom;
  readonly selected: Document | null;
  readonly pageWidth: number;
  readonly isOverlaid: boolean;
  readonly onOverlay: (isOverlaid: boolean) => void;
};

function ViewerTools({ zoom, selected, pageWidth, isOverlaid, onOverlay }: ViewerToolsProps) {
  const { picture } = messages.value;
  const tools = [
    { icon: 'minus', label: picture.zoomOut, run: zoom.out },
    { icon: 'plus', label: picture.zoomIn, run: zoom.in },
    { icon: 'fit', label: picture.fit, run: zoom.fit },
    ...(selected ? [{ icon: 'scan', label: picture.toZone, run: () => zoom.toQuad(selected.quad, pageWidth) } as const] : []),
  ] as const;
  return (
    <div class="viewer-tools">
      {tools.map(({ icon, label, run }) => (
        <button key={icon} type="button" class="button quiet square" aria-label={label} title={label} onClick={run}>
          <Icon name={icon} />
        </button>
      ))}
      <button type="button" class="button quiet" aria-pressed={isOverlaid} onClick={() => onOverlay(!isOverlaid)}>
        <Icon name="eye" />
        {picture.overlay}
      </button>
    </div>
  );
}
