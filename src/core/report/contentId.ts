import { v5 } from 'uuid';

/** What all ids of this program are made in: any UUID would do, as long as it stays. */
const NAMESPACE = 'b6a5d1f0-7d0f-5a3e-9d2c-41f6a8c3e7b9';

/** A UUID (version 5) made of these words: the same words give the same id, on every machine. */
export function contentId(...words: readonly string[]): string {
  return v5(JSON.stringify(words), NAMESPACE);
}
