/** A function that says what it takes, for the examples of rules about arguments. */
export const greet = `
use:
  functions:
    greet:
      input: { schema: { document: { type: object, properties: { name: { type: string }, title: { type: string } }, required: [ name ] } } }
      call: http
      with: { method: get, endpoint: https://example.com }
`;
