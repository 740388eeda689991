/**
 * A text as VS Code's notifications show it as text: they make links, of commands too, out of `[words](target)`, and a
 * heading of somebody's file can hold one.
 */
export function plainText(text: string): string {
  return text.replaceAll('](', ']\u200b(');
}

/**
 * A text as VS Code shows it as text in a pick list or a lens: it makes icons out of `$(words)` there, and of words that
 * name none nothing at all, so that a heading such as `Cost $(k)` would lose its end.
 */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
