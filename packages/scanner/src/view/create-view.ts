import type { Quad } from '@ocr-web/reader';
import type { Messages } from '../messages/messages.ts';
import { createElement } from './create-element.ts';
import { styles } from './styles.ts';

export type ViewActions = {
  /** The main button: starts, stops, starts again. */
  readonly toggle: () => void;
  readonly toggleTorch: () => void;
  readonly toggleZoom: () => void;
  readonly takePicture: () => void;
  readonly chooseFile: (file: Blob) => void;
};

export type ViewState = {
  readonly phase: 'idle' | 'loading' | 'scanning' | 'reading' | 'done' | 'failed';
  /** What to do or what has happened, in one sentence; read out by screen readers. */
  readonly status: string;
  /** Share of what is loaded, 0 to 1. */
  readonly progress: number;
  /** Whether a picture is offered more prominently, after a while without success. */
  readonly offersPicture: boolean;
  /** Undefined where the camera cannot. */
  readonly torch: boolean | undefined;
  readonly zoomed: boolean | undefined;
  readonly isFront: boolean;
  readonly allowsFiles: boolean;
  readonly messages: Messages;
};

export type View = {
  readonly video: HTMLVideoElement;
  render(state: ViewState): void;
  /** Draws the outlines of zones, in pixels of a frame; none where the frame is left out. */
  outline(quads: readonly Quad[], frame?: { readonly width: number; readonly height: number }): void;
};

const svg = 'http://www.w3.org/2000/svg';

/** Builds what a scanner shows, once: elements keep the focus, whatever happens. */
export function createView(root: ShadowRoot, actions: ViewActions): View {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const video = createVideo();
  const outline = document.createElementNS(svg, 'svg');
  for (const [name, value] of Object.entries({ class: 'outline', part: 'outline', 'aria-hidden': 'true' }))
    outline.setAttribute(name, value);
  const stage = createElement('div', { class: 'stage', part: 'stage' }, video, outline);
  const status = createElement('p', { class: 'status', part: 'status', role: 'status', 'aria-live': 'polite' });
  const progress = createElement('progress', { part: 'progress', max: '1' });
  const help = createElement('p', { class: 'help', part: 'help' });
  const { buttons, controls } = createControls(actions);
  const frame = createElement('div', { part: 'frame', role: 'group' }, status, stage, progress, help, controls);
  root.append(frame);
  return {
    video,
    render: (state) => {
      const { phase, messages } = state;
      const isLive = phase === 'scanning' || (phase === 'reading' && video.srcObject !== null);
      frame.setAttribute('aria-label', messages.title);
      stage.hidden = video.srcObject === null;
      stage.classList.toggle('front', state.isFront);
      stage.classList.toggle('done', phase === 'done');
      status.classList.toggle('done', phase === 'done');
      // The same text again would be read out again.
      if (status.textContent !== state.status) status.textContent = state.status;
      progress.hidden = phase !== 'loading';
      progress.value = state.progress;
      progress.setAttribute('aria-label', messages.loading);
      help.hidden = !state.offersPicture;
      help.textContent = messages.help;
      labelButtons(buttons, state, isLive);
    },
    outline: (quads, size) => {
      if (size) {
        outline.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
        // Phones that are held upright have upright pictures.
        stage.style.aspectRatio = `${size.width} / ${size.height}`;
      }
      outline.replaceChildren(...quads.map(drawQuad));
    },
  };
}

/** By hand, as some browsers show nothing where a framework made it. */
function createVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.setAttribute('part', 'video');
  // What it shows is told in words.
  video.setAttribute('aria-hidden', 'true');
  return video;
}

type Buttons = Readonly<Record<'main' | 'torch' | 'zoom' | 'picture' | 'file', HTMLButtonElement>>;

function createControls({ toggle, toggleTorch, toggleZoom, takePicture, chooseFile }: ViewActions) {
  const button = (part: string, act: () => void) => {
    const element = createElement('button', { type: 'button', part: `button ${part}-button` });
    element.addEventListener('click', act);
    return element;
  };
  const input = createElement('input', { type: 'file', accept: 'image/*', hidden: '' });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    // The same file may be chosen again.
    input.value = '';
    if (file) chooseFile(file);
  });
  const buttons: Buttons = {
    main: button('main', toggle),
    torch: button('torch', toggleTorch),
    zoom: button('zoom', toggleZoom),
    picture: button('picture', takePicture),
    file: button('file', () => input.click()),
  };
  buttons.main.classList.add('primary');
  return { buttons, controls: createElement('div', { class: 'controls', part: 'controls' }, ...Object.values(buttons), input) };
}

function labelButtons({ main, torch, zoom, picture, file }: Buttons, state: ViewState, isLive: boolean): void {
  const { phase, messages, offersPicture } = state;
  const { start, stop, again, torchOn, torchOff, zoomIn, zoomOut, takePicture, chooseFile } = messages.buttons;
  const isBusy = isLive || phase === 'loading' || phase === 'reading';
  main.textContent = isBusy ? stop : phase === 'done' ? again : start;
  torch.hidden = !isLive || state.torch === undefined;
  torch.textContent = state.torch ? torchOff : torchOn;
  zoom.hidden = !isLive || state.zoomed === undefined;
  zoom.textContent = state.zoomed ? zoomOut : zoomIn;
  picture.hidden = !isLive;
  picture.textContent = takePicture;
  picture.classList.toggle('offered', offersPicture);
  file.hidden = !state.allowsFiles;
  file.textContent = chooseFile;
  file.classList.toggle('offered', phase === 'failed');
}

function drawQuad(quad: Quad): SVGPolygonElement {
  const polygon = document.createElementNS(svg, 'polygon');
  polygon.setAttribute('points', quad.map(({ x, y }) => `${x},${y}`).join(' '));
  return polygon;
}
