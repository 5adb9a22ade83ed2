import { Dialog } from '../../controls/dialog.tsx';
import { messages } from '../../i18n/language.ts';
import { adminMessages } from '../admin-messages.ts';

type RotateTokenDialogProps = {
  readonly name: string;
  readonly onRotate: (overlapSeconds: number) => void;
  readonly onCancel: () => void;
};

const overlaps = [0, 3600, 86_400, 604_800] as const;
const usual = 86_400;

/** Asks how long the old token is still to be taken. */
export function RotateTokenDialog({ name, onRotate, onCancel }: RotateTokenDialogProps) {
  const text = adminMessages.value;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onRotate(Number(new FormData(event.currentTarget as HTMLFormElement).get('overlap')));
  };
  return (
    <Dialog title={text.rotateTitle(name)} onClose={onCancel}>
      <form onSubmit={submit}>
        <p>{text.rotateWhy}</p>
        <p class="field">
          <label for="token-overlap">{text.overlap}</label>
          <select id="token-overlap" name="overlap">
            {overlaps.map((seconds) => (
              <option key={seconds} value={seconds} selected={seconds === usual}>
                {text.overlaps[seconds]}
              </option>
            ))}
          </select>
        </p>
        <div class="actions end">
          <button type="button" class="button" onClick={onCancel}>
            {messages.value.cancel}
          </button>
          <button type="submit" class="button primary">
            {text.rotate}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
