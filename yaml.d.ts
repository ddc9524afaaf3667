/** Schemas and templates are written in YAML and bundled as plain objects (esbuild.mjs, vitest.config.ts). */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
