import './guests.css';
import { Icon } from '../controls/icon.tsx';
import { addDocuments } from './add-documents.ts';
import { FactForm } from './fact-form.tsx';
import { FilePanel } from './file-panel.tsx';
import { GuestCard } from './guest-card.tsx';
import { addGuest, guests, registerName, variant } from './night.ts';
import { RegisterBar } from './register-bar.tsx';
import { screenLanguage, words } from './words/guest-words.ts';

/** Tonight's guests: their documents go in, what is missing is typed, the register's file comes out. */
export function GuestsView() {
  const { title, lead, private: isPrivate, lodging, stay } = words.value;
  const file = `${registerName.value} ${variant.value}`;
  return (
    <div class="view guests-view" lang={screenLanguage.value}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <p class="soft">{isPrivate}</p>
      <RegisterBar />
      <AddButtons />
      <ul class="guests">
        {guests.value.map((guest, index) => (
          <GuestCard key={`${file} ${guest.id}`} guest={guest} index={index} />
        ))}
      </ul>
      {guests.value.length > 0 && (
        <>
          <Facts title={stay} of="stay" key={`stay ${file}`} />
          <Facts title={lodging} of="property" key={`property ${file}`} />
        </>
      )}
      <FilePanel />
    </div>
  );
}

function Facts({ title, of }: { readonly title: string; readonly of: 'stay' | 'property' }) {
  return (
    <section class="card" data-level={of} aria-labelledby={`${of}-title`}>
      <h2 id={`${of}-title`}>{title}</h2>
      <FactForm of={of} />
    </section>
  );
}

function AddButtons() {
  const { add, addByHand } = words.value;
  const choose = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // So that the same file can be chosen again.
    input.value = '';
    void addDocuments(files);
  };
  return (
    <div class="actions">
      <label class="button file-button primary">
        <input type="file" accept="image/*,application/pdf,.heic,.tif,.tiff" multiple onChange={choose} />
        <Icon name="upload" />
        {add}
      </label>
      <button type="button" class="button" onClick={() => addGuest(undefined)}>
        <Icon name="plus" />
        {addByHand}
      </button>
    </div>
  );
}
