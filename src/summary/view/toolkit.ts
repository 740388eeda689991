// The one place that knows @vscode/webview-ui-toolkit, which is no longer developed: a successor is a change of this
// file. Only components that live under the page's strict content security policy may be registered here.
import { provideVSCodeDesignSystem, vsCodeButton } from '@vscode/webview-ui-toolkit';

/** Defines the custom elements that the page uses. */
export function registerComponents(): void {
  provideVSCodeDesignSystem().register(vsCodeButton());
}

/** A button; `primary` for the one thing a section is for. */
export function createButton(text: string, appearance: 'primary' | 'secondary', onClick: () => void): HTMLElement {
  const button = document.createElement('vscode-button');
  button.setAttribute('appearance', appearance);
  button.textContent = text;
  button.addEventListener('click', onClick);
  return button;
}
