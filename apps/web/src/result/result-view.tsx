import type { Document } from '@ocr-web/api/client';
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EmptyState } from '../controls/empty-state.tsx';
import { formatNumber, formatTime } from '../i18n/formats.ts';
import { messages } from '../i18n/language.ts';
import type { ReadFile } from '../readers/picture-reader.ts';
import { ResultActions } from './copy/result-actions.tsx';
import { CheckList } from './document/check-list.tsx';
import { DocumentSummary } from './document/document-summary.tsx';
import { FieldList } from './document/field-list.tsx';
import { Findings, Hints } from './document/findings.tsx';
import { ZoneLines } from './document/zone-lines.tsx';
import { HolderList } from './holder/holder-list.tsx';
import { listViews, type View } from './list-views.ts';
import { listPageExtras, type PageExtras, withoutMissing } from './picture/page-extras.ts';
import { PictureViewer } from './picture/picture-viewer.tsx';
import { BarcodeList } from './print/barcode-list.tsx';
import { listContradictions } from './print/contradictions.ts';
import { PrintList } from './print/print-list.tsx';
import { JoinForm } from './sides/join-form.tsx';
import { type JoinedSides, listShownSides, type ShownSide } from './sides/joined-sides.ts';
import { nameSide, SideChoice } from './sides/side-choice.tsx';
import { SidesList } from './sides/sides-list.tsx';
import { Tabs } from './tabs.tsx';

/** Everything that was read from one file, beside its picture. */
export function ResultView({ file, actions }: { readonly file: ReadFile; readonly actions?: ComponentChildren }) {
  const [joined, join] = useState<JoinedSides>();
  const [selected, select] = useState(0);
  const views = listViews(file, joined?.files[0] === file ? joined : undefined);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [file]);
  const { result } = messages.value;
  const view = views[selected] ?? views[0];
  const putTogether = (pair: JoinedSides) => {
    join(pair);
    select(0);
  };
  return (
    <div class="result">
      <div class="view-head">
        <h1 ref={title} tabIndex={-1}>
          {file.name}
        </h1>
        {actions}
      </div>
      <Tabs label={result.documents} tabs={views.map(nameView)} selected={selected} onSelect={select}>
        {view && <ViewOfResult key={`${selected}-${view.joined !== undefined}`} file={file} view={view} />}
      </Tabs>
      {file.stored && mayHaveSides(file) && views.every((one) => !one.joined) && (
        <JoinForm file={file} id={file.stored.id} onJoin={putTogether} />
      )}
      <ReadingFacts file={file} />
    </div>
  );
}

/** Whether more than zones was read: two zones are two documents. */
function mayHaveSides({ result }: ReadFile): boolean {
  return result.sides !== undefined;
}

function nameView({ page, document, joined }: View, index: number): string {
  const { result, sides } = messages.value;
  const where = joined ? sides.title : result.page(page + 1);
  return document ? `${index + 1}. ${result.types[document.type]} · ${where}` : where;
}

function ViewOfResult({ file, view: { page, document, joined } }: { readonly file: ReadFile; readonly view: View }) {
  const highlight = useSignal<string | null>(null);
  const sides = joined ? listShownSides(joined) : [{ file, page, document }];
  const [turned, turn] = useState(0);
  const side = sides[turned] ?? { file, page, document };
  const names = sides.map((one) => nameSide(one, sides));
  const { result } = side.file;
  // That one side has no zone is no trouble where the other one has it.
  const hints = document && !side.document ? [] : result.hints.filter((hint) => hint.page === side.page);
  const extras = listPageExtras(result, side.page, side.document);
  return (
    <div class="columns">
      <PictureViewer
        file={side.file}
        page={side.page}
        documents={result.documents.filter((other) => other.page === side.page)}
        selected={side.document}
        extras={extras}
        highlight={highlight}
      />
      <div class="column">
        {joined && <SideChoice names={names} turned={turned} onTurn={turn} />}
        {document && <DocumentSummary document={document} contradictions={listContradictions(sides)} />}
        {!document && <NoZone file={file} />}
        {joined && <SidesList sides={joined.sides} names={names} />}
        <Hints hints={hints} />
        {document && <FieldList document={document} highlight={highlight} />}
        <ExtrasOfPage key={turned} side={side} extras={joined ? withoutMissing(extras) : extras} highlight={highlight} />
        {document && <DocumentDetails file={sides.find((one) => one.document === document)?.file ?? file} document={document} />}
      </div>
    </div>
  );
}

function NoZone({ file }: { readonly file: ReadFile }) {
  const { result } = messages.value;
  return <EmptyState icon="scan" title={file.result.pages.length > 1 ? result.nothingOnPage : result.nothing} />;
}

type ExtrasOfPageProps = { readonly side: ShownSide; readonly extras: PageExtras; readonly highlight: Signal<string | null> };

function ExtrasOfPage({ side: { file, document }, extras: { visual, barcodes, holder }, highlight }: ExtrasOfPageProps) {
  return (
    <>
      {visual && <PrintList visual={visual} document={document} highlight={highlight} />}
      {holder && <HolderList file={file} places={holder} highlight={highlight} />}
      {barcodes && <BarcodeList barcodes={barcodes} />}
    </>
  );
}

function DocumentDetails({ file, document }: { readonly file: ReadFile; readonly document: Document }) {
  return (
    <>
      <ResultActions file={file} document={document} />
      <CheckList document={document} />
      <Findings document={document} />
      <ZoneLines document={document} />
    </>
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
