/**
 * The form in which the schemas of this project (schemas/*.yaml) are written: JSON Schema's vocabulary where it fits, and a few
 * keywords of our own that say what JSON Schema leaves to guessing: which key decides (`discriminator`), what a name refers to, since when.
 * The interpreter in this folder reads it straight over the tree; nothing is compiled.
 */
export const jsonTypes = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'] as const;
export type JsonType = (typeof jsonTypes)[number];

declare const named: unique symbol;

/** The name of a text for people, as it stands in the place of the text once a schema is read. `textOf` (prose.ts) gives the text. */
export type TextName = { readonly [named]: true };

export interface Template {
  /** What the list shows. */
  readonly label: string;
  readonly detail?: string;
  /** Block YAML with LSP snippet stops (`${1:name}`), two spaces a level; JSON is derived from it. */
  readonly body: TextName | string;
  /** A name of the user's stands in front, the first stop, and the body below it. `bodyOf` (prose.ts) gives it with that. */
  readonly named?: true;
  /**
   * Keys of the body whose stops are names of the user's, as their value or behind `$secrets.` in it, and of what kind: they offer the
   * names there are.
   */
  readonly names?: Readonly<Record<string, NonNullable<Schema['references']>>>;
  /** The latest release that brought something of the body, when later than 1.0.0. */
  readonly since?: string;
  /** A key without which only one element of the list around may be, as this one is. */
  readonly lacks?: string;
}

/**
 * The one of `keys` that is written decides: its schema, which describes the whole mapping, is merged with the schema around. A written
 * key that the schema of another written one lists among its properties is a companion of that one and no choice of its own: `do`
 * beside `for`, `password` beside `username`. Two keys of which neither lists the other contradict each other.
 */
export interface Discriminator {
  readonly keys: Readonly<Record<string, Schema>>;
  /** None of the keys need stand; then this is merged, `{}` when there is nothing more to say. Absent: one of them is required. */
  readonly else?: Schema;
}

export interface Schema {
  /** `#/$defs/name` of the same file. What stands beside it wins over what it refers to, keyword by keyword. */
  readonly $ref?: string;
  /** What this is, as a noun with its article left out: "task", "retry policy". Used in messages: Unknown property "x" in this task. */
  readonly title?: string;
  /** Markdown; the first sentence says what it is and does. */
  readonly description?: TextName;
  /** Of a schema that a user wrote: what it says of itself, perhaps nothing. */
  readonly own?: string;
  /** Two to six lines of YAML. */
  readonly example?: TextName;
  /** DSL release that brought it, when later than 1.0.0; `1.0.3 July` for what only the later of the two editions of 1.0.3 knows. */
  readonly since?: string;
  /** The release that made it a must, when later than the key itself. */
  readonly requiredSince?: string;
  /** Of a key that says what a task does: what the task hands on, as a phrase. */
  readonly gives?: TextName;
  /** What to write instead, as a sentence. */
  readonly deprecated?: string;
  /** Anchor of the section in the specification's reference (dsl-reference.md), or a whole address. Holds for everything inside. */
  readonly link?: TextName;

  readonly type?: JsonType | readonly JsonType[];
  readonly const?: unknown;
  readonly enum?: readonly (string | number | boolean | null)[];
  /** Values worth offering where others may stand too. */
  readonly suggest?: readonly (string | number | boolean)[];
  /**
   * Where `suggest` holds the last parts of addresses: the addresses they stand under, by the release from which on each is offered first.
   * Once a schema is read, `suggest` holds whole addresses (schemas.ts).
   */
  readonly bases?: Readonly<Record<string, string>>;
  /** One line a value of `enum` or `suggest`. */
  readonly enumDescriptions?: Readonly<Record<string, TextName>>;
  readonly default?: unknown;
  /** A row of formats/formats.ts, or `duration` or `cron` (time/): a test and the words for what fails it. Not asked of `${ … }` where `expression` allows that. */
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;

  readonly items?: Schema;
  readonly minItems?: number;

  readonly properties?: Readonly<Record<string, Schema>>;
  /** Order of `properties` is the order of completion. */
  readonly required?: readonly string[];
  /** At least one of these must stand. */
  readonly anyRequired?: readonly string[];
  /** Properties that had to stand before this release, and may be left out since. */
  readonly optionalSince?: Readonly<Record<string, string>>;
  /** Default false: what is not listed is unknown. `true` or a schema opens the mapping; 'warn' makes unknown keys a warning. */
  readonly additionalProperties?: boolean | 'warn' | Schema;
  /** The property, `with.type` being one inside another, that a text in place of the mapping stands for, where the rest cannot tell. */
  readonly main?: string;
  readonly minProperties?: number;
  /** Of a property: keys of the same mapping beside which it makes no sense. Rules say so where both stand; this keeps it out of lists. */
  readonly excludes?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  /** A mapping with exactly one pair whose key is a name of the user's: a task item, a switch case. */
  readonly singleKeyMap?: {
    readonly title: string;
    /** What one that was left without a name is called, with a number; absent: the last word of the title. */
    readonly name?: string;
    readonly value: Schema;
  };

  /** Alternatives told apart by the kind of value alone (text, list, mapping) or, among texts, by `format: expression`. */
  readonly anyOf?: readonly Schema[];
  /** Which key is written decides. A list of them where two choices are made in one mapping (operation or channel, message or subscription). */
  readonly discriminator?: Discriminator | readonly Discriminator[];
  /**
   * A step of the list around: its discriminator says what it does, and that is one thing. With none of the keys it does nothing yet,
   * whatever else is written; two of them are two steps.
   */
  readonly step?: boolean;
  /**
   * The value under `property` decides; the chosen schema is merged with this one, its properties winning over those of the same name.
   * `description`, `example` and `since` of a case speak of the value that chose it.
   */
  readonly discriminatorValue?: { readonly property: string; readonly cases: Readonly<Record<string, Schema>>; readonly else: Schema };

  /** The text names something defined elsewhere in the document. `task` is looked up in the surrounding list. */
  readonly references?: 'task' | 'function' | 'error' | 'retry' | 'timeout' | 'authentication' | 'secret' | 'catalog' | 'event';
  /**
   * A name of this kind is defined here: by the text, or by each key of a mapping that is a name of the user's (`additionalProperties`,
   * `singleKeyMap`).
   */
  readonly defines?: Exclude<NonNullable<Schema['references']>, 'task'> | 'extension';
  /** The text is this part of what a workflow is called that is run here; the parts of one mapping belong together. */
  readonly subWorkflow?: 'namespace' | 'name' | 'version';
  /** The mapping holds attributes that an event must have to be waited for. */
  readonly eventFilter?: boolean;
  /** The mapping is a stretch of time between two durations, `from` and `to`. */
  readonly durationRange?: boolean;
  /** A JSON Schema that a user writes. */
  readonly jsonSchema?: true;
  /** The mapping says what is called of a service that a document in another file describes, and in which form that is. */
  readonly api?: 'openapi' | 'asyncapi' | 'grpc';
  /** The text is the name of something in that document. */
  readonly apiNames?: 'operations' | 'channels' | 'services' | 'servers';
  /** What is looked at for safety: a text that nobody should read, an address, a text that is executed, values by names of the user's. */
  readonly security?: 'credential' | 'endpoint' | 'command' | 'named';
  /** The text is the address of something that can be opened. */
  readonly address?: true;
  /** The text is the type of an event that is published, or waited for. */
  readonly eventType?: 'emit' | 'listen';
  /** Which variables the runtime expressions inside may use: a row of the table in the specification. Holds for everything inside. */
  readonly scope?: 'workflowInput' | 'workflowOutput' | 'taskIf' | 'taskInput' | 'taskOutput' | 'taskExport';
  /** `always`: bare text is read as jq too (`if`, `when`, `in`); `allowed`: may be `${ … }`. On a mapping, a list or where anything may stand: every text inside. */
  readonly expression?: 'always' | 'allowed';
  /** Whole values. Those of `singleKeyMap.value` are offered for the pair as well, with a stop for the name in front (schemas.ts adds them). */
  readonly templates?: readonly Template[];

  readonly $defs?: Readonly<Record<string, Schema>>;
}
