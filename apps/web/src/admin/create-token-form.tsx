import { adminMessages } from './admin-messages.ts';

/** Asks for the name of a new token, and what it may do. */
export function CreateTokenForm({ onCreate }: { readonly onCreate: (name: string, isAdmin: boolean) => void }) {
  const text = adminMessages.value;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const values = new FormData(form);
    const name = String(values.get('name')).trim();
    if (name === '') return;
    onCreate(name, values.has('admin'));
    form.reset();
  };
  return (
    <form class="search" onSubmit={submit} aria-label={text.createToken}>
      <label for="token-name">{text.newTokenName}</label>
      <input id="token-name" name="name" type="text" required maxLength={200} autocomplete="off" />
      <label class="tick">
        <input type="checkbox" name="admin" />
        <span>{text.createAdmin}</span>
      </label>
      <button type="submit" class="button primary">
        {text.create}
      </button>
    </form>
  );
}
