/** Of SARIF 2.1.0 (OASIS) what our reports use, as strict as the standard is and closed: a word that is not in the standard is refused. */
const text = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: { text: { type: 'string', minLength: 1 }, markdown: { type: 'string' } },
};
const level = { enum: ['none', 'note', 'warning', 'error'] };
const count = { type: 'integer', minimum: 1 };
const object = (required: readonly string[], properties: object) => ({ type: 'object', required, additionalProperties: false, properties });
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more });

/** §3.4: an address with a scheme, or one relative to what is named. */
const artifactLocation = {
  oneOf: [
    object(['uri', 'uriBaseId'], {
      uri: { type: 'string', pattern: '^(?![a-z]+:|/|\\.\\./)[^\\s\\\\]+$' },
      uriBaseId: { const: 'SRCROOT' },
    }),
    object(['uri'], { uri: { type: 'string', pattern: '^file:///[^\\s\\\\]+$' } }),
  ],
};
const region = object(['startLine', 'startColumn', 'endLine', 'endColumn'], {
  startLine: count,
  startColumn: count,
  endLine: count,
  endColumn: count,
});
const physicalLocation = object(['artifactLocation', 'region'], { artifactLocation, region });

const rule = object(['id', 'shortDescription', 'help', 'helpUri'], {
  id: { type: 'string' },
  defaultConfiguration: object(['level'], { level }),
  shortDescription: text,
  help: text,
  helpUri: { type: 'string', pattern: '^https://' },
});
const replacement = object(['deletedRegion', 'insertedContent'], {
  deletedRegion: region,
  insertedContent: object(['text'], { text: { type: 'string' } }),
});
const result = object(['message', 'level', 'locations'], {
  ruleId: { type: 'string' },
  ruleIndex: { type: 'integer', minimum: 0 },
  level,
  message: text,
  locations: list(object(['physicalLocation'], { physicalLocation }), { minItems: 1 }),
  relatedLocations: list(
    object(['id', 'physicalLocation', 'message'], { id: { type: 'integer', minimum: 0 }, physicalLocation, message: text }),
    {
      minItems: 1,
    },
  ),
  fixes: list(
    object(['description', 'artifactChanges'], {
      description: text,
      artifactChanges: list(
        object(['artifactLocation', 'replacements'], { artifactLocation, replacements: list(replacement, { minItems: 1 }) }),
        {
          minItems: 1,
        },
      ),
    }),
  ),
});
const driver = object(['name', 'version', 'semanticVersion', 'informationUri', 'rules'], {
  name: { const: 'Heddle' },
  version: { type: 'string' },
  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
  informationUri: { type: 'string', pattern: '^https://' },
  rules: list(rule),
});
const run = object(['tool', 'invocations', 'columnKind', 'originalUriBaseIds', 'artifacts', 'results'], {
  tool: object(['driver'], { driver }),
  invocations: list(
    object(['executionSuccessful'], {
      executionSuccessful: { type: 'boolean' },
      toolExecutionNotifications: list(object(['message'], { level, message: text })),
    }),
  ),
  columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
  // §3.14.14: it ends in a slash.
  originalUriBaseIds: object(['SRCROOT'], { SRCROOT: object(['uri'], { uri: { type: 'string', pattern: '^file:///.*/$' } }) }),
  artifacts: list(object(['location'], { location: artifactLocation }), { uniqueItems: true }),
  results: list(result),
});

export const sarifSchema = object(['$schema', 'version', 'runs'], {
  $schema: { type: 'string', pattern: 'sarif-schema-2\\.1\\.0\\.json$' },
  version: { const: '2.1.0' },
  runs: list(run, { minItems: 1, maxItems: 1 }),
});
