/**
 * How often a property is tried. Tests name what comes back at once on every save; HEDDLE_RUNS multiplies it: `npm test` takes ten times
 * as many, HEDDLE_RUNS=1000 a night.
 */
export const runs = (onSave: number): number => Math.ceil(onSave * Number(process.env['HEDDLE_RUNS'] ?? 1));
