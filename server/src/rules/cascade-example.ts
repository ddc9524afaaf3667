/** How a row of the table of cascades says what it is for. */
export interface CascadeDocs {
  readonly why: string;
  /** A whole text; `«…»` marks what is reported in it. */
  readonly example: string;
  /** Of the example, where it is no workflow in YAML. */
  readonly languageId?: 'cloudevent' | 'workflow-json';
}

/** What the examples in YAML begin with. */
export const head = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n";
