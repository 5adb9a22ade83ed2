import './styles/index.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { applyPreferences } from './preferences/preferences.ts';
import { registerServiceWorker } from './service-worker/register-service-worker.ts';

await applyPreferences();
render(<App />, document.getElementById('app')!);
registerServiceWorker();
