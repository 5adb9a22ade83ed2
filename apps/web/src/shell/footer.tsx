import { Choice } from '../controls/choice.tsx';
import { type Language, language, languages, messages } from '../i18n/language.ts';
import { chooseLanguage, chooseTheme, preferences, themes } from '../preferences/preferences.ts';

/** How the page looks and speaks, and what becomes of what it is shown. */
export function Footer() {
  const { theme, language: label, privacy, nav } = messages.value;
  return (
    <footer class="footer">
      <div class="footer-inner">
        <p>
          {privacy} <a href="./docs">{nav.api}</a> <a href="./scanner">{nav.scanner}</a> <a href="./admin">{nav.admin}</a>
        </p>
        <Choice
          legend={theme.label}
          name="theme"
          options={themes.map((value) => ({ value, label: theme[value] }))}
          chosen={preferences.value.theme}
          onChoose={chooseTheme}
        />
        <Choice<Language>
          legend={label}
          name="language"
          options={Object.entries(languages).map(([value, name]) => ({ value: value as Language, label: name }))}
          chosen={language.value}
          onChoose={(chosen) => void chooseLanguage(chosen)}
        />
      </div>
    </footer>
  );
}
