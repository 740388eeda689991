/** Lets what happens at once, such as a key and what is found on the disk because of it, be answered together. */
const SOON_MS = 10;

/** How often, in milliseconds, whoever types is answered. */
const INTERVAL_MS = 100;

/**
 * Runs an action soon after a call, and again after whatever was called meanwhile, at most once in an interval. Unlike
 * with `debounce`, calls never put it off.
 */
export function throttle(
  action: () => void,
  interval = INTERVAL_MS,
): { readonly call: () => void; readonly dispose: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  return {
    call() {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          last = performance.now();
          action();
        },
        Math.max(SOON_MS, last + interval - performance.now()),
      );
    },
    dispose: () => clearTimeout(timer),
  };
}
