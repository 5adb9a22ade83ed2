import { messages } from '../i18n/language.ts';
import { Dialog } from './dialog.tsx';

type ConfirmDeleteProps = {
  readonly title: string;
  readonly why: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly action?: string;
};

/** Asks before something is removed for good. */
export function ConfirmDelete({ title, why, onConfirm, onCancel, action }: ConfirmDeleteProps) {
  const { cancel, delete: remove } = messages.value;
  return (
    <Dialog title={title} onClose={onCancel}>
      <p>{why}</p>
      <div class="actions end">
        <button type="button" class="button" onClick={onCancel}>
          {cancel}
        </button>
        <button type="button" class="button danger" onClick={onConfirm}>
          {action ?? remove}
        </button>
      </div>
    </Dialog>
  );
}
