import { Icon } from '../controls/icon.tsx';
import { Notice } from '../controls/notice.tsx';
import { messages } from '../i18n/language.ts';
import { ResultView } from '../result/result-view.tsx';
import { CameraButton } from './camera-button.tsx';
import { ExtrasChoice } from './extras-choice.tsx';
import { FileButtons } from './file-buttons.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { ProgressLine } from './progress-line.tsx';
import { readSpecimen } from './read-specimen.ts';
import { forgetReading, reading } from './reading.ts';

/** The first view: a picture goes in, and what it says comes out. */
export function ReadView() {
  const now = reading.value;
  if (now.state === 'done') return <ResultView file={now.file} actions={<AnotherButton />} />;
  return (
    <div class="read">
      <Introduction />
      <div class="drop-zone">{now.state === 'busy' ? <ProgressLine progress={now.progress} stop={now.stop} /> : <Invitation />}</div>
      {now.state === 'failed' && (
        <Notice kind="error" title={messages.value.read.failed}>
          <p>{now.message}</p>
          <button type="button" class="button" onClick={now.wayOut.run}>
            {now.wayOut.label}
          </button>
        </Notice>
      )}
      <PlaceChoice />
      <ExtrasChoice />
    </div>
  );
}

function Introduction() {
  const { read } = messages.value;
  return (
    <div class="introduction">
      <h1>{read.title}</h1>
      <p class="lead">{read.lead}</p>
    </div>
  );
}

function Invitation() {
  const { read } = messages.value;
  return (
    <>
      <Icon name="scan" />
      <p class="drop-title">{read.drop}</p>
      <div class="actions">
        <FileButtons />
        <CameraButton />
        <button type="button" class="button" onClick={() => void readSpecimen()}>
          <Icon name="document" />
          {read.specimen}
        </button>
      </div>
      <p class="drop-formats">{read.formats}</p>
    </>
  );
}

function AnotherButton() {
  return (
    <button type="button" class="button primary" onClick={forgetReading}>
      {messages.value.read.another}
    </button>
  );
}
