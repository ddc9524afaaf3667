/** Schemas and templates are written in YAML and bundled as plain objects (esbuild.mjs, vitest.config.ts). */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}

/** The texts for people out of a schema, by the names that stand in their places (scripts/yaml-plugin.mjs). */
declare module '*.yaml?prose' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

/** Why each rule matters, by its code, and what each group is about: as the setting `heddle.rules` is described. */
declare module '*/package.json?rules' {
  const value: Readonly<Record<string, string>>;
  export default value;
}
