// The one place that knows @vscode/webview-ui-toolkit, which is no longer developed: a successor is a change of this
// file. Only components that live under the page's strict content security policy may be registered here.
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { svg } from '../../core/report/svg';
import { createSvg } from './svg';

/** The codicon `chevron-down`, as the toolkit's drop-down has it. */
const CHEVRON_DOWN = 'M7.976 10.072l4.357-4.357.62.618L8.284 11h-.618L3 6.333l.619-.618 4.357 4.357z';

/** What a person can come to with the keyboard, of the toolkit and of the browser. */
export const FOCUSABLE = 'vscode-button, vscode-checkbox, vscode-dropdown, vscode-text-field, button, a[href], summary';

/** Defines what every page uses. */
export function registerComponents(): void {
  provideVSCodeDesignSystem().register(vsCodeButton());
}

/** Defines what only the summary's page uses. */
export function registerFormComponents(): void {
  provideVSCodeDesignSystem().register(
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeProgressRing(),
    vsCodeTextField(),
  );
}

/** A button; `primary` for the one thing a section is for. */
export function createButton(text: string, appearance: 'primary' | 'secondary', onClick: () => void): HTMLElement {
  const button = document.createElement('vscode-button');
  button.setAttribute('appearance', appearance);
  button.textContent = text;
  button.addEventListener('click', onClick);
  return button;
}

/** A button that opens what is below it. Its text can be set: the arrow stands beside it. */
export function createMenuButton(onClick: () => void): Input<string> {
  const text = document.createTextNode('');
  const button = createButton('', 'secondary', onClick);
  const arrow = createSvg(
    svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: CHEVRON_DOWN })),
  );
  arrow.setAttribute('slot', 'end');
  button.append(text, arrow);
  return {
    element: button,
    show(label) {
      if (text.data !== label) text.data = label;
    },
  };
}

/** A control that shows a value, and tells of another one when a person has changed it. */
export interface Input<T> {
  readonly element: HTMLElement;
  readonly show: (value: T) => void;
}

/** A text field of one line. Its label is heard, and seen only as long as the field is empty. */
export function createField(label: string, onInput: (text: string) => void): Input<string> {
  const field = Object.assign(document.createElement('vscode-text-field'), { value: '' });
  field.setAttribute('placeholder', label);
  // The toolkit names a field by its content whenever it is put into the page; the style sheet hides that.
  field.textContent = label;
  field.addEventListener('input', () => onInput(field.value));
  return {
    element: field,
    show(text) {
      // Setting it moves the cursor.
      if (field.value !== text) field.value = text;
    },
  };
}

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** A drop-down list. Its options stay as they are: for others, another one is made. */
export function createDropdown<T extends string>(
  label: string,
  options: readonly Option<T>[],
  onChange: (value: T) => void,
): Input<string> {
  const dropdown = Object.assign(document.createElement('vscode-dropdown'), { value: '' });
  dropdown.setAttribute('aria-label', label);
  for (const { value, label: text } of options) {
    const option = document.createElement('vscode-option');
    option.setAttribute('value', value);
    option.textContent = text;
    dropdown.append(option);
  }
  let shown = '';
  dropdown.addEventListener('change', () => {
    const chosen = options.find(({ value }) => value === dropdown.value);
    if (chosen && chosen.value !== shown) onChange(chosen.value);
  });
  return {
    element: dropdown,
    show(value) {
      shown = value;
      if (dropdown.value !== value) dropdown.value = value;
    },
  };
}

export function createCheckbox(label: string, onChange: (isChecked: boolean) => void): Input<boolean> {
  const checkbox = Object.assign(document.createElement('vscode-checkbox'), { checked: false });
  checkbox.textContent = label;
  let shown = false;
  // It tells of what the page sets too.
  checkbox.addEventListener('change', () => {
    if (checkbox.checked !== shown) onChange(checkbox.checked);
  });
  return {
    element: checkbox,
    show(isChecked) {
      shown = isChecked;
      if (checkbox.checked !== isChecked) checkbox.checked = isChecked;
    },
  };
}

/** A ring that turns as long as it is in the page. */
export function createProgress(label: string): HTMLElement {
  const ring = document.createElement('vscode-progress-ring');
  ring.setAttribute('aria-label', label);
  return ring;
}
