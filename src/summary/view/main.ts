import { type PageState, parsePageState } from '../pageState';
import { parseToPage, type ToHost } from '../protocol';
import { createPage } from './page';
import { registerComponents } from './toolkit';

declare function acquireVsCodeApi(): {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: PageState): void;
};

/** Scrolling tells of every frame; the state is kept when it stands still. */
const STILL_MS = 100;

start(document.getElementById('summary') ?? document.body);

function start(root: HTMLElement): void {
  registerComponents();
  const host = acquireVsCodeApi();
  let state = parsePageState(host.getState());
  const keep = (changed: PageState): void => {
    state = changed;
    host.setState(state);
  };
  const page = createPage(root, { send: (message) => host.postMessage(message), state: () => state, keep });

  // Without a summary there is nothing to scroll, and the place to come back to would be lost.
  let isShown = false;
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = parseToPage(data);
    switch (message?.type) {
      case 'summary':
        page.show(message);
        isShown = true;
        break;
      case 'details':
        page.showDetails(message.rows, message.revision);
        break;
      case 'notice':
        isShown = false;
        page.showNotice(message.notice);
        break;
      case 'reveal':
        page.reveal(message.row);
        break;
      case undefined:
        break;
    }
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const keepPlace = (): void => {
    if (isShown) keep({ ...state, top: Math.max(0, Math.round(window.scrollY)) });
  };
  window.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(keepPlace, STILL_MS);
  });
  const onToggle = ({ target }: Event): void => {
    if (!(target instanceof HTMLDetailsElement) || target.id === '') return;
    const others = state.unfolded.filter((id) => id !== target.id);
    keep({ ...state, unfolded: target.open ? [...others, target.id] : others });
  };
  // It does not bubble.
  root.addEventListener('toggle', onToggle, { capture: true });
  host.postMessage({ type: 'ready' });
}
