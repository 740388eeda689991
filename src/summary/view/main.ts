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
    root.replaceChildren(...renderSummary(message.summary, (answer) => host.postMessage(answer)));
  }
  if (message?.type === 'reveal') reveal(message.control);
});
host.postMessage({ type: 'ready' });

function reveal(control: string): void {
  const row = document.getElementById(`control-${control}`);
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}
