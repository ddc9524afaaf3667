/** A task in one line: what it does and to what. */
import type { Dialect, TaskSyntax } from '../workflow/model.ts';

/** "call · POST api.acme.io". */
export function taskWords(dialect: Dialect, task: TaskSyntax): string {
  const { word, detail } = dialect.summary(task);
  return detail ? `${word} · ${detail}` : word;
}
