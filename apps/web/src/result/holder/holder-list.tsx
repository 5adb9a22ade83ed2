import type { Signal } from '@preact/signals';
import { useCallback, useState } from 'preact/hooks';
import { Icon } from '../../controls/icon.tsx';
import { Notice } from '../../controls/notice.tsx';
import { formatShare } from '../../i18n/formats.ts';
import { messages } from '../../i18n/language.ts';
import type { ReadFile } from '../../readers/picture-reader.ts';
import { explainError } from '../../session/explain-error.ts';
import { useObjectUrl } from '../picture/use-object-url.ts';
import { type HolderPlace, placeOfHolder } from './holder-places.ts';

type HolderListProps = { readonly file: ReadFile; readonly places: readonly HolderPlace[]; readonly highlight: Signal<string | null> };

/** Where the holder is pictured and has signed. What is there is shown only to whoever asks. */
export function HolderList({ file, places, highlight }: HolderListProps) {
  const { holder } = messages.value;
  return (
    <section class="card" aria-labelledby="holder-title">
      <h3 id="holder-title">{holder.title}</h3>
      {places.length === 0 && <p>{holder.none}</p>}
      <dl class="fields">
        {places.map((place) => (
          <Row key={placeOfHolder(place)} place={place} cutOut={file.cutOut} highlight={highlight} />
        ))}
      </dl>
    </section>
  );
}

type CutOut = NonNullable<ReadFile['cutOut']>;
type RowProps = { readonly place: HolderPlace; readonly cutOut: CutOut | undefined; readonly highlight: Signal<string | null> };

function Row({ place, cutOut, highlight }: RowProps) {
  const { evidence, holder } = messages.value;
  const [isShown, show] = useState(false);
  const name = placeOfHolder(place);
  const light = () => {
    highlight.value = name;
  };
  const dim = () => {
    highlight.value = null;
  };
  return (
    <div class="field-row" data-holder={name} onPointerEnter={light} onPointerLeave={dim} onFocusCapture={light} onBlurCapture={dim}>
      <dt>{holder.kinds[place.kind]}</dt>
      <dd class="field-value">{isShown && cutOut && <CutOutPicture place={place} cutOut={cutOut} />}</dd>
      <dd class="evidence">{evidence.sure(formatShare(place.confidence))}</dd>
      <dd class="field-copy">
        {cutOut && (
          <button type="button" class="button" onClick={() => show(!isShown)}>
            <Icon name="eye" />
            {(isShown ? holder.hide : holder.show)[place.kind]}
          </button>
        )}
      </dd>
    </div>
  );
}

/** The crop, for as long as it is looked at. */
function CutOutPicture({ place: { kind, cutOut: what, index }, cutOut }: { readonly place: HolderPlace; readonly cutOut: CutOut }) {
  const { holder, loading } = messages.value;
  const { url, error } = useObjectUrl(useCallback(() => cutOut(what, index), [cutOut, what, index]));
  if (error !== undefined) return <Notice kind="error">{explainError(error)}</Notice>;
  return url === undefined ? <p class="loading">{loading}</p> : <img class="cut-out" src={url} alt={holder.kinds[kind]} />;
}
