/** Shorter ones are parts of any other word. */
const SHORTEST = 4;

/**
 * Makes the function that replaces texts wherever they stand in another one, as a word of their own. Of several that begin
 * at one place the longest is replaced.
 */
export function createReplaceTexts(replacements: ReadonlyMap<string, string>): (text: string) => string {
  const byBeginning = new Map<string, string[]>();
  for (const text of [...replacements.keys()].toSorted((a, b) => b.length - a.length)) {
    if (text.length < SHORTEST) continue;
    const beginning = text.slice(0, SHORTEST);
    const same = byBeginning.get(beginning);
    if (same) same.push(text);
    else byBeginning.set(beginning, [text]);
  }
  return (text) => {
    if (byBeginning.size === 0) return text;
    let [replaced, copied] = ['', 0];
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      const found = byBeginning
        .get(text.slice(at, at + SHORTEST))
        ?.find((each) => text.startsWith(each, at) && isWhole(text, at, at + each.length));
      if (found === undefined) continue;
      replaced += text.slice(copied, at) + (replacements.get(found) ?? '');
      copied = at + found.length;
      at = copied - 1;
    }
    return replaced + text.slice(copied);
  };
}

/** Whether no word goes on across either end. */
function isWhole(text: string, start: number, end: number): boolean {
  return isBetween(text, start) && isBetween(text, end);
}

function isBetween(text: string, at: number): boolean {
  return !WORD.test(text.charAt(at - 1)) || !WORD.test(text.charAt(at));
}

const WORD = /[\p{L}\p{N}]/u;
