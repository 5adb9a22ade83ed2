import { useState } from 'preact/hooks';
import { messages } from '../i18n/language.ts';
import { goTo } from '../routing/route.ts';
import { explainError } from '../session/explain-error.ts';
import { announce } from '../shell/announce.ts';
import { ConfirmDelete } from './confirm-delete.tsx';
import { Icon } from './icon.tsx';

type DeleteButtonProps = {
  /** What is asked before, in words. */
  readonly title: string;
  readonly why: string;
  readonly remove: () => Promise<void>;
  /** Said when it is gone; the list is shown then. */
  readonly deleted: string;
  readonly list: Parameters<typeof goTo>[0];
};

/** Deletes what is being looked at, after a question. */
export function DeleteButton({ title, why, remove, deleted, list }: DeleteButtonProps) {
  const [isAsking, ask] = useState(false);
  const confirm = async () => {
    ask(false);
    try {
      await remove();
      announce(deleted);
      goTo(list);
    } catch (error) {
      announce(explainError(error));
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={() => ask(true)}>
        <Icon name="trash" />
        {messages.value.delete}
      </button>
      {isAsking && <ConfirmDelete title={title} why={why} onConfirm={() => void confirm()} onCancel={() => ask(false)} />}
    </>
  );
}
