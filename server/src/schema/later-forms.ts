/** Forms of a text that a release after 1.0.0 brought, by the `format` of a schema. */

interface LaterForm {
  /** Texts of this form. */
  readonly form: RegExp;
  readonly since: string;
  /** The form, as the start of a sentence. */
  readonly what: string;
}

/** Of the rows of a format the first that fits speaks. Up to the first edition of 1.0.3, an address had a scheme and "//" (schema: uriTemplate). */
export const laterForms: Readonly<Record<string, readonly LaterForm[]>> = {
  'uri-template': [
    { form: /^(?![A-Za-z][A-Za-z0-9+.-]*:)/, since: '1.0.3 July', what: 'A relative address' },
    { form: /^[A-Za-z][A-Za-z0-9+.-]*:(?!\/\/)/, since: '1.0.3 July', what: 'An address without "//"' },
  ],
};
