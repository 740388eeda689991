/** What a key does in the table. */
export type KeyAction =
  | {
      readonly kind: 'move';
      readonly to: 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';
      readonly extends: boolean;
    }
  | { readonly kind: 'in' | 'out' | 'toggle' | 'select' | 'selectAll' };

const MOVES = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
} as const;

const OTHERS = { ArrowRight: 'in', ArrowLeft: 'out', Enter: 'toggle', ' ': 'select' } as const;

/** What a key does on a row; undefined for one that is not the table's. */
export function keyAction(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): KeyAction | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (altKey) return undefined;
  const isCommand = ctrlKey || metaKey;
  if (isCommand && key.toLowerCase() === 'a') return { kind: 'selectAll' };
  if (isCommand && key !== 'Home' && key !== 'End') return undefined;
  if (isOneOf(MOVES, key)) return { kind: 'move', to: MOVES[key], extends: shiftKey };
  return isOneOf(OTHERS, key) ? { kind: OTHERS[key] } : undefined;
}

function isOneOf<T extends object>(keys: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(keys, key);
}
