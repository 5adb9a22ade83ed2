import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EmptyState } from '../controls/empty-state.tsx';
import { formatNumber, formatTime } from '../i18n/formats.ts';
import { messages } from '../i18n/language.ts';
import type { ReadFile } from '../readers/picture-reader.ts';
import { BarcodeList } from './barcode-list.tsx';
import { CheckList } from './check-list.tsx';
import { DocumentSummary } from './document-summary.tsx';
import { FieldList } from './field-list.tsx';
import { Findings, Hints } from './findings.tsx';
import { listViews, type View } from './list-views.ts';
import { PictureViewer } from './picture-viewer.tsx';
import { PrintList } from './print-list.tsx';
import { ResultActions } from './result-actions.tsx';
import { Tabs } from './tabs.tsx';
import { ZoneLines } from './zone-lines.tsx';

/** Everything that was read from one file, beside its picture. */
export function ResultView({ file, actions }: { readonly file: ReadFile; readonly actions?: ComponentChildren }) {
  const views = listViews(file.result);
  const [selected, select] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [file]);
  const { result } = messages.value;
  const view = views[selected] ?? views[0];
  return (
    <div class="result">
      <div class="view-head">
        <h1 ref={title} tabIndex={-1}>
          {file.name}
        </h1>
        {actions}
      </div>
      <Tabs label={result.documents} tabs={views.map(nameView)} selected={selected} onSelect={select}>
        {view && <ViewOfResult key={selected} file={file} view={view} />}
      </Tabs>
      <ReadingFacts file={file} />
    </div>
  );
}

function nameView({ page, document }: View, index: number): string {
  const { result } = messages.value;
  const where = result.page(page + 1);
  return document ? `${index + 1}. ${result.types[document.type]} · ${where}` : where;
}

function ViewOfResult({ file, view: { page, document } }: { readonly file: ReadFile; readonly view: View }) {
  const { result } = messages.value;
  const highlight = useSignal<string | null>(null);
  const documents = file.result.documents.filter((other) => other.page === page);
  const visual = file.result.visual?.find((one) => one.page === page && one.document === (document?.index ?? null));
  const barcodes = file.result.barcodes?.filter((one) => one.page === page);
  const hints = file.result.hints.filter((hint) => hint.page === page);
  return (
    <div class="columns">
      <PictureViewer
        file={file}
        page={page}
        documents={documents}
        selected={document}
        visual={visual}
        barcodes={barcodes}
        highlight={highlight}
      />
      <div class="column">
        {document && <DocumentSummary document={document} />}
        {!document && <EmptyState icon="scan" title={file.result.pages.length > 1 ? result.nothingOnPage : result.nothing} />}
        <Hints hints={hints} />
        {document && <FieldList document={document} highlight={highlight} />}
        {visual && <PrintList visual={visual} document={document} highlight={highlight} />}
        {barcodes && <BarcodeList barcodes={barcodes} />}
        {document && (
          <>
            <ResultActions file={file} document={document} />
            <CheckList document={document} />
            <Findings document={document} />
            <ZoneLines document={document} />
          </>
        )}
      </div>
    </div>
  );
}

function ReadingFacts({ file }: { readonly file: ReadFile }) {
  const { result } = messages.value;
  return (
    <p class="facts">
      {result.time(formatNumber(Math.round(file.result.timing.total_ms)))}{' '}
      {file.place === 'device' ? result.readOnDevice : result.readOnService}.{' '}
      {file.stored && result.expires(formatTime(file.stored.expiresAt))}
    </p>
  );
}
