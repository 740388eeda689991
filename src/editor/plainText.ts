/**
 * A text as VS Code's notifications show it as text: they make links, of commands too, out of `[words](target)`, and a
 * heading of somebody's file can hold one.
 */
export function plainText(text: string): string {
  return text.replaceAll('](', ']\u200b(');
}
