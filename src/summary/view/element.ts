type Child = Node | string;

/** Makes an element. Text always goes in as text: nothing here, or anywhere in the page, parses HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A button of the browser, for what the toolkit's cannot hold: pictures, and text of several parts. */
export function plainButton(className: string, onClick: () => void, ...children: readonly Child[]): HTMLButtonElement {
  const button = element('button', { type: 'button', class: className }, ...children);
  button.addEventListener('click', onClick);
  return button;
}

/** Changes an attribute, if it is another one: what is set again is told again by some screen readers. */
export function setAttribute(of: Element, name: string, value: string): void {
  if (of.getAttribute(name) !== value) of.setAttribute(name, value);
}

/** Changes the text, if it is another one. */
export function setText(of: Element, text: string): void {
  if (of.textContent !== text) of.textContent = text;
}
