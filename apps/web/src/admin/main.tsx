import '../styles/index.css';
import { render } from 'preact';
import { applyPreferences } from '../preferences/preferences.ts';

await applyPreferences();
render(<main />, document.getElementById('app')!);
