/** What is wrong with a value, in words, and where there is one, the value it was probably meant to be. */
export interface Flaw {
  readonly message: string;
  readonly better?: string;
  /** The fix's title; needed where `better` is given. */
  readonly title?: string;
  /** SHOULD instead of MUST. */
  readonly mild?: true;
}
