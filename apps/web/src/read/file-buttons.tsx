import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../controls/icon.tsx';
import { messages } from '../i18n/language.ts';
import { acceptFiles } from './accept-files.ts';

type FileButtonProps = {
  readonly icon: IconName;
  readonly accept: string;
  readonly capture?: 'environment';
  readonly multiple?: boolean;
  readonly class: string;
  readonly children: ComponentChildren;
};

/** A label that is a button: the input in it stays reachable by keyboard and screen reader. */
function FileButton({ icon, children, class: look, ...input }: FileButtonProps) {
  const choose = (event: Event) => {
    const { files } = event.currentTarget as HTMLInputElement;
    const chosen = [...(files ?? [])];
    // So that the same file can be chosen again.
    (event.currentTarget as HTMLInputElement).value = '';
    void acceptFiles(chosen);
  };
  return (
    <label class={`button file-button ${look}`}>
      <input type="file" {...input} onChange={choose} />
      <Icon name={icon} />
      {children}
    </label>
  );
}

/**
 * Chooses files, or takes a photo on devices with a camera at hand. HEIC is not named: iPhones
 * send a JPEG then.
 */
export function FileButtons() {
  const { read } = messages.value;
  return (
    <>
      <FileButton icon="upload" accept="image/*,application/pdf,.heic,.tif,.tiff" multiple class="primary">
        {read.choose}
      </FileButton>
      <FileButton icon="camera" accept="image/*" capture="environment" class="for-touch">
        {read.photograph}
      </FileButton>
    </>
  );
}
