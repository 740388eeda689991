import { element, setAttribute } from './element';
import { createMenuButton, FOCUSABLE } from './toolkit';

/** A button with a panel below it that holds more than would fit beside it. */
export interface Menu {
  readonly element: HTMLElement;
  readonly panel: HTMLElement;
  readonly isOpen: () => boolean;
  readonly setLabel: (text: string) => void;
  /** Closes the panel, and gives the focus back to the button. */
  readonly close: () => void;
}

/** Of the space beside a panel to the edge of the page, in pixels. */
const MARGIN = 8;
const LEAST_HEIGHT = 180;

/** @param onOpen fills the panel, which is filled as long as it is open only */
export function createMenu(onOpen: () => void): Menu {
  const panel = element('div', { class: 'menu-panel', role: 'group', hidden: '' });
  const { element: button, show: setLabel } = createMenuButton(() => (panel.hidden ? open() : close()));
  button.setAttribute('aria-expanded', 'false');
  const menu = element('div', { class: 'menu' }, button, panel);

  function open(): void {
    panel.hidden = false;
    setAttribute(button, 'aria-expanded', 'true');
    onOpen();
    focusablesIn(panel)[0]?.focus();
  }

  function hide(): void {
    panel.hidden = true;
    setAttribute(button, 'aria-expanded', 'false');
  }

  function close(): void {
    hide();
    button.focus();
  }

  // What is in it gets its size when the browser draws it.
  new ResizeObserver(() => place(panel)).observe(panel);
  menu.addEventListener('keydown', (event) => {
    const { key } = event;
    if (key === 'Escape' && !panel.hidden) {
      // Nothing else is to be closed, or cleared, by the same key.
      event.stopPropagation();
      close();
    } else if (key === 'ArrowDown' && panel.hidden) {
      event.preventDefault();
      open();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      moveFocus(panel, event, key === 'ArrowDown' ? 1 : -1);
    }
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    // Nothing takes the focus when what had it is taken out, or the window loses it.
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) hide();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!panel.hidden && target instanceof Node && !menu.contains(target)) hide();
  });
  return {
    element: menu,
    panel,
    isOpen: () => !panel.hidden,
    setLabel(text) {
      setLabel(text);
      setAttribute(panel, 'aria-label', text);
    },
    close,
  };
}

export function focusablesIn(parent: Element): readonly HTMLElement[] {
  return [...parent.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((item) => item.checkVisibility());
}

/** Not out of what needs the arrow keys itself. */
function moveFocus(panel: HTMLElement, event: KeyboardEvent, by: 1 | -1): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !activeElement.matches('vscode-checkbox, vscode-button, button'))
    return;
  const all = focusablesIn(panel);
  const at = all.indexOf(activeElement);
  if (at < 0) return;
  event.preventDefault();
  all[at + by]?.focus();
}

/** Keeps a panel within the page. */
function place(panel: HTMLElement): void {
  panel.style.left = '0';
  panel.style.maxHeight = '';
  const { right, top, left } = panel.getBoundingClientRect();
  const over = right + MARGIN - document.documentElement.clientWidth;
  if (over > 0) panel.style.left = `${-Math.min(over, left - MARGIN)}px`;
  panel.style.maxHeight = `${Math.max(LEAST_HEIGHT, window.innerHeight - top - MARGIN)}px`;
}
