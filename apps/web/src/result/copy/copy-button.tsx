import { useState } from 'preact/hooks';
import { Icon } from '../../controls/icon.tsx';
import { messages } from '../../i18n/language.ts';
import { copyText } from './copy-text.ts';

/** Copies one value; its sign tells for a moment that it did. */
export function CopyButton({ text, name }: { readonly text: string; readonly name: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(text, name);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  const label = messages.value.copy.field(name);
  return (
    <button type="button" class="button quiet square small" aria-label={label} title={label} onClick={() => void copy()}>
      <Icon name={isCopied ? 'check' : 'copy'} />
    </button>
  );
}
