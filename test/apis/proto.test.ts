import { describe, expect, test } from 'vitest';
import type { ApiDocument } from '../../server/src/apis/document.ts';
import { readApi } from '../../server/src/apis/read.ts';

const read = (text: string): ApiDocument => {
  const found = readApi('file:///greet.proto', text);
  if (!('api' in found)) throw new Error('failure' in found ? found.failure : 'a schema');
  return found.api;
};

const greet = `
// message Fake { service No {} }
syntax = "proto3"; /* service No { */
package greet.v1;
import "google/protobuf/empty.proto";
option java_package = "service Text { }";

/* Greets people. */
service Greeter {
  // Says hello.
  rpc SayHello (HelloRequest) returns (stream HelloReply) { option deprecated = true; }
  rpc Ping (google.protobuf.Empty) returns (google.protobuf.Empty);
  rpc Ask (other.Question) returns (.greet.v1.HelloReply);
}
service Other { rpc SayHello (.greet.v1.HelloRequest) returns (HelloReply); }

message HelloRequest {
  string full_name = 1 [json_name = "name"]; // Whom.
  repeated int32 sizes = 2;
  map<string, string> labels = 3;
  oneof how { Tone tone = 4; int64 big_number = 5; }
  HelloRequest again = 6;
  enum Tone { WARM = 0; COOL = 1; }
}
message HelloReply { string message = 1; }
`;

describe('proto', () => {
  test('says which services there are, and what their methods take', () => {
    const api = read(greet);
    expect(api).toMatchObject({ kind: 'proto', version: 'proto3', isWhole: true });
    expect(api.services.map(({ name, summary }) => [name, summary])).toEqual([
      ['greet.v1.Greeter', 'Greets people.'],
      ['greet.v1.Other', undefined],
    ]);
    expect(api.operations.map(({ service, detail, isOpen, parameters }) => [service, detail, isOpen, parameters.length])).toEqual([
      ['greet.v1.Greeter', 'SayHello(HelloRequest) returns (stream HelloReply)', false, 6],
      ['greet.v1.Greeter', 'Ping(google.protobuf.Empty) returns (google.protobuf.Empty)', false, 0],
      ['greet.v1.Greeter', 'Ask(other.Question) returns (.greet.v1.HelloReply)', true, 0],
      ['greet.v1.Other', 'SayHello(.greet.v1.HelloRequest) returns (HelloReply)', false, 6],
    ]);
    expect(api.operations[0]!.summary).toBe('Says hello.');
    expect(api.operations[0]!.parameters.map(({ name, also, schema: { type, enum: values } }) => [name, also, type, values])).toEqual([
      ['full_name', 'name', ['string'], undefined],
      ['sizes', undefined, 'array', undefined],
      ['labels', undefined, 'object', undefined],
      ['tone', undefined, 'string', ['WARM', 'COOL']],
      ['big_number', 'bigNumber', ['integer', 'string'], undefined],
      ['again', undefined, 'object', undefined],
    ]);
  });

  test.each([
    ['LF', greet],
    ['CRLF', greet.replace(/\n/g, '\r\n')],
  ])('says where names stand, with %s', (_, text) => {
    const found = readApi('file:///greet.proto', text);
    if (!('api' in found)) throw new Error('failure' in found ? found.failure : 'a schema');
    const lines = text.split(/\r?\n/);
    const written = (place: number): string => {
      const { start, end } = found.ranges[place]!;
      return `${start.line} ${lines[start.line]!.slice(start.character, end.character)}`;
    };
    const { services, operations } = found.api;
    expect(services.map(({ place }) => written(place))).toEqual(['8 Greeter', '14 Other']);
    expect(operations.map(({ place }) => written(place))).toEqual(['10 SayHello', '11 Ping', '12 Ask', '14 SayHello']);
    expect(operations[0]!.parameters.map(({ place }) => written(place))).toEqual([
      '17 full_name',
      '18 sizes',
      '19 labels',
      '20 tone',
      '20 big_number',
      '21 again',
    ]);
  });

  test('knows proto2 and editions', () => {
    const second = 'syntax = "proto2"; message A { required string a = 1; optional string b = 2; } service S { rpc M (A) returns (A); }';
    expect(read(second).operations[0]!.parameters.map(({ required }) => required)).toEqual([true, false]);
    expect(read('edition = "2023"; message A { string a = 1; } service S { rpc M (A) returns (A); }')).toMatchObject({
      version: '2023',
      services: [{ name: 'S' }],
    });
  });

  test('knows what it does not know', () => {
    expect(read('syntax = "proto3"; import "other.proto"; service S {}').isWhole).toBe(false);
    expect(readApi('file:///a.proto', 'syntax = "proto3";\nservice S {\n  rpc }\n')).toEqual({
      failure: 'cannot be read: look at line 3.',
    });
    expect(read('')).toMatchObject({ services: [] });
  });

  test('may be read while it is written', () => {
    for (let end = 0; end <= greet.length; end += 3) expect(() => readApi('file:///a.proto', greet.slice(0, end))).not.toThrow();
  });
});
