import { type LanguageName, languageNames, type RegisterName, registerNames, registers } from '@ocr-web/registers';
import { useId } from 'preact/hooks';
import { Choice } from '../controls/choice.tsx';
import { chooseVariant, registerName, variant } from './night.ts';
import { languageLabels, screenLanguage, speakHere, words } from './words/guest-words.ts';

/** Which register, which of its files, and the language of these screens. */
export function RegisterBar() {
  const id = useId();
  const { register, registers: labels, variant: kind, variants: kinds, language } = words.value;
  const { variants } = registers[registerName.value];
  return (
    <div class="register-bar">
      <div class="field">
        <label for={id}>{register}</label>
        <select
          id={id}
          value={registerName.value}
          onChange={(event) => {
            registerName.value = event.currentTarget.value as RegisterName;
          }}
        >
          {registerNames.map((name) => (
            <option key={name} value={name}>
              {labels[name]}
            </option>
          ))}
        </select>
      </div>
      {variants.length > 1 && (
        <Choice
          legend={kind}
          name="variant"
          options={variants.map((value) => ({ value, label: kinds[value as keyof typeof kinds] ?? value }))}
          chosen={variant.value}
          onChoose={chooseVariant}
        />
      )}
      <Choice<LanguageName>
        legend={language}
        name="screen-language"
        options={languageNames.map((value) => ({ value, label: languageLabels[value] }))}
        chosen={screenLanguage.value}
        onChoose={speakHere}
      />
    </div>
  );
}
