/**
 * The SHA-256 of a file's bytes in lower-case hexadecimal, by which a report names what it was made from. Undefined where
 * there is no Web Crypto: a browser has it in secure contexts only.
 */
export async function sha256(bytes: Uint8Array): Promise<string | undefined> {
  // Typed as always there, which it is in Node 20 and not in every page.
  const { subtle } = (globalThis.crypto as Partial<typeof globalThis.crypto> | undefined) ?? {};
  if (!subtle) return undefined;
  // A copy is never memory that threads share, which browsers' types do not let in.
  const digest = await subtle.digest('SHA-256', bytes.slice());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
