/** Loads a part of the server that its bundle leaves out (esbuild.mjs, "parts"): a file beside it. */
export function load(name: string): unknown {
  const file = `./${name}.cjs`;
  return require(file);
}
