/** Files that are not there yet, beside one that is. */
import { keyOf } from '../config/names.ts';
import { extensionOf } from '../languages.ts';
import type { Workspace } from './workspace.ts';

interface NewPlace {
  readonly uri: string;
  /** For people: "notify.sw.yaml". */
  readonly file: string;
  /** One of ours stands there already. */
  readonly isTaken: boolean;
}

/**
 * Where a file called `name` would stand beside another one, ending as that does. Undefined where the name is none for a file, and beside a
 * text that is no file yet.
 */
export function placeBeside({ files }: Workspace, base: string, name: string): NewPlace | undefined {
  const extension = extensionOf(base);
  if (!extension || !/^[\w-]+$/.test(name) || !URL.canParse('.', base)) return undefined;
  const file = `${name}${extension}`;
  const uri = new URL(file, base).href;
  return { uri, file, isTaken: files.has(keyOf(uri)) };
}
