// Both hosts have to run this, so Node's assert is not at hand.

export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`The ${what} is ${a}, and should be ${e}.`);
}

export function includes(text: string | undefined, part: string): void {
  if (!text?.includes(part)) throw new Error(`"${part}" should stand in: ${text?.slice(0, 300)}`);
}

/** Waits until something that the editor does in its own time has come about, and says what kept it from being so. */
export async function eventually<T>(check: () => T | Thenable<T>, timeout = 30_000): Promise<T> {
  for (const limit = Date.now() + timeout; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > limit) throw error;
    }
  }
}
