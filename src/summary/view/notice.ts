import type { Notice, Run } from '../protocol';
import { element } from './element';
import { createButton, createProgress } from './toolkit';

/** What stands in place of a summary: why there is none, and what helps. */
export function renderNotice({ state, title, text, actions }: Notice, run: (run: Run) => void): HTMLElement {
  return element(
    'section',
    { class: `notice notice-${state}`, ...(state === 'failed' && { role: 'alert' }) },
    ...(state === 'loading' ? [createProgress(title)] : []),
    element('h1', {}, title),
    ...(text === '' ? [] : [element('p', {}, text)]),
    ...(actions.length > 0
      ? [
          element(
            'div',
            { class: 'actions' },
            ...actions.map(({ run: what, label }, index) =>
              createButton(label, index === 0 ? 'primary' : 'secondary', () => run(what)),
            ),
          ),
        ]
      : []),
  );
}

/** Until the host has said anything. The style sheet shows it only after a moment, for mostly there is no need to. */
export function renderWaiting(): HTMLElement {
  const { title } = document;
  return element('div', { class: 'notice waiting' }, createProgress(title), element('h1', { class: 'heard' }, title));
}
