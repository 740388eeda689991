/** Long enough to let a burst of keys pass, short enough to seem at once. */
const QUIET_MS = 150;

/** Runs an action once things have been quiet for a moment, in milliseconds, after the last call. */
export function debounce(
  action: () => void,
  quiet = QUIET_MS,
): { readonly call: () => void; readonly dispose: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      clearTimeout(timer);
      timer = setTimeout(action, quiet);
    },
    dispose: () => clearTimeout(timer),
  };
}
