import '../styles/index.css';
import './admin.css';
import { render } from 'preact';
import { applyPreferences } from '../preferences/preferences.ts';
import { AdminApp } from './admin-app.tsx';

await applyPreferences();
render(<AdminApp />, document.getElementById('app')!);
