/** What the server leaves out while one of its parts (scripts/parts.mjs) cannot be loaded. */

/** A part could not be loaded; `cause` says why. */
class MissingPart extends Error {}

const told = new Set<string>();

/** What `load` gives for a part. Throws a `MissingPart` where it fails, and says so on standard error, the first time. */
export function loaded(name: string, load: () => unknown): unknown {
  try {
    return load();
  } catch (cause) {
    const missing = new MissingPart(`A part of Heddle cannot be loaded: ${String(cause)}`, { cause });
    if (!told.has(name)) console.error(missing.message);
    told.add(name);
    throw missing;
  }
}

/** What comes of `work`, or nothing where it needs a part that is missing: what else can be said is said. */
export function unlessMissing<T>(work: () => readonly T[]): readonly T[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof MissingPart) return [];
    throw error;
  }
}
