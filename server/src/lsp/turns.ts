/** Work in the background, in slices: no keystroke waits longer than one of them takes. */

/** Milliseconds; less than a frame of a screen. */
const longestSlice = 8;

/** To be awaited between two pieces of work: gives up the event loop when the time of the slice is used up. */
export function createTurns(defer: (next: () => void) => void, now: () => number): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < longestSlice) return;
    await new Promise<void>((resolve) => defer(resolve));
    since = now();
  };
}
