import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/forms.css';
import '../styles/shell.css';
import '../styles/lists.css';
import './examples.css';
import './fill-form.js';
import { showPolicy } from './show-policy.ts';
import { showSources } from './show-sources.ts';
import { startPlayground } from './start-playground.ts';

// The page of examples of <mrz-scanner>. It uses the element as any page would, without a
// framework.
showSources();
startPlayground();
await showPolicy();
