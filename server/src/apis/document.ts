/**
 * What a document about a service says that a workflow may name: plain data, the same for OpenAPI, AsyncAPI and proto. What is said stands
 * apart from where it stands, so that a line above it changes nothing that is said.
 */
import type { Range } from 'vscode-languageserver-types';
import type { Schema } from '../schema/schema.ts';
import type { Plain } from '../syntax/value.ts';

export type ApiKind = 'openapi' | 'asyncapi' | 'proto';

/** An index into the `ranges` of the document. */
export type ApiPlace = number;

/** Something that a workflow may name. */
export interface ApiName {
  readonly name: string;
  /** What it is, in a line: "GET /pets/{id}", "send · chat/{room}". */
  readonly detail: string;
  /** What it is for, in the words of the document. */
  readonly summary?: string;
  readonly place: ApiPlace;
  /** The JSON Schema of what is sent to it as a whole; references lead to the `definitions` of the document. */
  readonly message?: Plain;
  /** As far as that tells what may be written, where no parameters do. */
  readonly taken?: Schema;
}

/** A value that a call may give: a parameter of an operation, a field of a message. */
export interface ApiParameter {
  readonly name: string;
  /** Another name it may be given by. */
  readonly also?: string;
  /** Where it goes: "path", "query", "header", "cookie", "body", "message". */
  readonly in: string;
  readonly required: boolean;
  /** Its members may be given in its place, under names of their own or as `filter[name]`. */
  readonly isSpread?: true;
  /** What it may be, with its description as `own`. */
  readonly schema: Schema;
  readonly place: ApiPlace;
}

/** How an operation is signed in to, as far as a workflow can. Addresses and scopes are as the document writes them. */
export interface SecurityScheme {
  /** Its name in the document. */
  readonly name: string;
  readonly type: 'basic' | 'bearer' | 'digest' | 'oauth2' | 'openIdConnect' | 'other';
  /** Where tokens are given out, or where that is described. */
  readonly address?: string;
  readonly scopes?: readonly string[];
}

export interface ApiOperation extends ApiName {
  /** Of a method: the service it belongs to. */
  readonly service?: string;
  readonly parameters: readonly ApiParameter[];
  /** It may take more than these: it has a body, or says what it takes in another file. */
  readonly isOpen: boolean;
  /** Each of them is a way to sign in. */
  readonly security: readonly SecurityScheme[];
}

/** JSON Schemas by the text of the references that lead to them. */
export type Definitions = Readonly<Record<string, Plain>>;

/** What the names of a document are names of. */
export type ApiNames = 'operations' | 'channels' | 'services' | 'servers';

export interface ApiDocument {
  readonly kind: ApiKind;
  /** Of the format, as declared: "3.1.0", "proto3". */
  readonly version: string;
  readonly title?: string;
  /** Whatever it is about stands in it, and could be read. Of others nobody can say that something is not in them. */
  readonly isWhole: boolean;
  /** Where it is no YAML or JSON: the end of a sentence that begins with the file's name. */
  readonly flaw?: string;
  readonly operations: readonly ApiOperation[];
  readonly channels: readonly ApiName[];
  readonly services: readonly ApiName[];
  readonly servers: readonly ApiName[];
  /** What messages refer to. */
  readonly definitions: Definitions;
}

/** What a document says that describes no service, but may be a JSON Schema: all of it, and as far as it tells what may be written. */
export interface SchemaDocument {
  readonly plain: Plain;
  readonly taken: Schema;
  /** Where it is no YAML or JSON, and nothing is known: the end of a sentence that begins with the file's name. */
  readonly flaw?: string;
}

/**
 * A document with where each `place` stands (LSP's terms), one that may be a schema, or why there is neither: the end of a sentence that
 * begins with the file's name.
 */
export type ApiRead =
  | { readonly api: ApiDocument; readonly ranges: readonly Range[] }
  | { readonly schema: SchemaDocument; readonly ranges: readonly Range[] }
  | { readonly failure: string };
