/** As much of node:assert as the suites need, for the web as well. */
const show = (value: unknown) => JSON.stringify(value, null, 2);

export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Error(what);
}

export function equal(actual: unknown, expected: unknown, what = 'different'): void {
  if (show(actual) !== show(expected)) throw new Error(`${what}\n  expected: ${show(expected)}\n  actual:   ${show(actual)}`);
}
