/**
 * Gives an element these children. Those that it has already and keeps are not taken out, so that focus, selection and
 * scroll position live on.
 */
export function patchChildren(parent: Element, children: readonly Element[]): void {
  const kept = new Set<Node>(children);
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
  let next = parent.firstChild;
  for (const child of children) {
    if (child === next) next = next.nextSibling;
    else parent.insertBefore(child, next);
  }
}

/** Hands out the element that was made last under a key, as long as the data it was made of are equal. */
export type Keep = <T extends Element>(key: string, data: unknown, make: () => T) => T;

export function createKeep(): Keep {
  const made = new Map<string, { readonly of: string; readonly element: Element }>();
  return <T extends Element>(key: string, data: unknown, make: () => T): T => {
    const of = JSON.stringify(data);
    const last = made.get(key);
    // A key stands for one kind of element: whoever makes it chooses both.
    if (last?.of === of) return last.element as T;
    const element = make();
    made.set(key, { of, element });
    return element;
  };
}
