import type { Messages } from '../messages/messages.ts';
import { createView, type View, type ViewActions, type ViewState } from './create-view.ts';

type Shown = Omit<ViewState, 'messages' | 'allowsFiles'>;
type Settings = () => { readonly messages: Messages; readonly allowsFiles: boolean };

/** Keeps what is shown, and shows what changes of it. */
export type Presenter = Pick<View, 'video' | 'outline'> & {
  readonly state: Shown;
  show(change: Partial<Shown>): void;
};

/** @param settings asked whenever something is shown */
export function createPresenter(root: ShadowRoot, settings: Settings, actions: ViewActions): Presenter {
  const view = createView(root, actions);
  let state: Shown = {
    ...{ phase: 'idle', status: '', progress: 0, offersPicture: false, torch: undefined, zoomed: undefined, isFront: false },
  };
  return {
    video: view.video,
    outline: view.outline,
    get state() {
      return state;
    },
    show: (change) => {
      const { messages, allowsFiles } = settings();
      state = { ...state, ...change };
      view.render({ ...state, status: state.phase === 'idle' ? messages.idle : state.status, messages, allowsFiles });
    },
  };
}
