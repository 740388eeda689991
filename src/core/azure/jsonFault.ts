import { createScanner } from 'jsonc-parser';

/** The scanner's own enumeration is not there at run time. */
const NO_ERROR = 0;

/** What may come next. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * The offset of the first token that keeps a text from being JSON, or its end where something is missing there. Undefined
 * where none is found: what stands in the way is then finer than a token, such as a comment.
 *
 * It works without recursion, because a file that somebody was sent can be nested as deep as it is long.
 */
export function findJsonFault(text: string): number | undefined {
  const scanner = createScanner(text, true);
  const open: string[] = [];
  let expected: Expected = 'value';
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (offset >= text.length) return expected === 'nothing' ? undefined : text.length;
    const first = text.charAt(offset);
    const token = '{}[],:"'.includes(first) ? first : text.slice(offset, offset + scanner.getTokenLength());
    const error: number = scanner.getTokenError();
    const next: Expected | undefined = error === NO_ERROR ? step(token, expected, open) : undefined;
    if (next === undefined) return offset;
    expected = next;
  }
}

/**
 * What may come behind a token; undefined where the token itself may not. Keeps what is open up to date.
 *
 * @param token of a string its quotation mark alone
 */
function step(token: string, expected: Expected, open: string[]): Expected | undefined {
  const isValueExpected = expected === 'value' || expected === 'value-or-end';
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'comma-or-end');
  if (token === '{' || token === '[') {
    if (!isValueExpected) return undefined;
    open.push(token);
    return token === '{' ? 'key-or-end' : 'value-or-end';
  }
  if (token === '}' || token === ']') {
    const [opening, empty] = token === '}' ? ['{', 'key-or-end'] : ['[', 'value-or-end'];
    if (open.at(-1) !== opening || (expected !== 'comma-or-end' && expected !== empty)) return undefined;
    open.pop();
    return afterValue();
  }
  if (token === ',') return expected === 'comma-or-end' ? (open.at(-1) === '{' ? 'key' : 'value') : undefined;
  if (token === ':') return expected === 'colon' ? 'value' : undefined;
  if (token === '"') {
    if (expected === 'key' || expected === 'key-or-end') return 'colon';
  } else if (!/^(?:true|false|null|-?\d.*)$/.test(token)) return undefined;
  return isValueExpected ? afterValue() : undefined;
}
