/** An OpenAPI document for the examples of rules about calls. */
export const pets = `
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get: { operationId: listPets, parameters: [ { name: limit, in: query } ] }
  /pets/{id}:
    get: { operationId: showPet, parameters: [ { name: id, in: path, required: true }, { name: fields, in: query } ] }
`;
