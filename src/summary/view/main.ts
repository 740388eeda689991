import { parseToPage, type ToHost } from '../protocol';
import { renderSummary } from './renderSummary';
import { registerComponents } from './toolkit';

declare function acquireVsCodeApi(): { postMessage(message: ToHost): void };

registerComponents();
const host = acquireVsCodeApi();
const root = document.getElementById('summary');

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = parseToPage(data);
  if (message?.type === 'summary' && root) {
    const { summary, revision } = message;
    const place = { top: window.scrollY, focus: document.activeElement?.id ?? '' };
    root.replaceChildren(...renderSummary(summary, revision, (answer) => host.postMessage(answer)));
    // A summary is sent whole; whoever reads it keeps their place.
    window.scrollTo({ top: place.top });
    if (place.focus !== '') document.getElementById(place.focus)?.focus({ preventScroll: true });
  }
  if (message?.type === 'reveal') reveal(message.control);
});
host.postMessage({ type: 'ready' });

function reveal(control: string): void {
  const row = document.getElementById(`control-${control}`);
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}
