/** The columns of lines inside brackets: one level deeper for each line on which some of them opened. */

export interface Brackets {
  open(line: number): void;
  close(): void;
  /** Where a line inside of them begins. */
  column(): number;
  /** Where a line begins that closes `count` of them. */
  closing(count: number): number;
}

/** Brackets that all stand inside one value, whose own line is indented to `column`. */
export function createBrackets(column: number, unit: number): Brackets {
  const open: { readonly line: number; readonly depth: number }[] = [];
  return {
    open(line) {
      const around = open.at(-1);
      open.push({ line, depth: (around?.depth ?? 0) + (around?.line === line ? 0 : 1) });
    },
    close: () => void open.pop(),
    column: () => column + unit * (open.at(-1)?.depth ?? 0),
    closing: (count) => column + unit * (open.at(-1 - count)?.depth ?? 0),
  };
}
