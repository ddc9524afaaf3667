/** A small schema in the form of ours, with every construct that the engine knows. */
import type { Schema } from '../../server/src/schema/schema.ts';

export const small: Schema = {
  title: 'workflow',
  type: 'object',
  required: ['document', 'do'],
  additionalProperties: 'warn',
  properties: { document: { $ref: '#/$defs/document' }, do: { $ref: '#/$defs/tasks' }, timeout: { $ref: '#/$defs/timeout' } },
  $defs: {
    document: {
      title: 'document section',
      type: 'object',
      required: ['dsl', 'name', 'version'],
      properties: {
        dsl: { type: 'string', format: 'semver' },
        name: { type: 'string', format: 'name' },
        version: { type: 'string', format: 'semver' },
        title: { type: 'string' },
        tags: { type: 'object', additionalProperties: true },
      },
    },
    tasks: {
      title: 'list of tasks',
      type: 'array',
      items: { type: 'object', singleKeyMap: { title: 'task', value: { $ref: '#/$defs/task' } } },
    },
    task: {
      title: 'task',
      type: 'object',
      properties: {
        if: { type: 'string', expression: 'always' },
        timeout: { $ref: '#/$defs/timeout' },
        then: { type: 'string', references: 'task' },
        metadata: { type: 'object', additionalProperties: true },
      },
      discriminator: {
        keys: {
          call: { $ref: '#/$defs/call' },
          do: { properties: { do: { $ref: '#/$defs/tasks' } } },
          for: {
            required: ['do'],
            properties: { for: { $ref: '#/$defs/loop' }, while: { type: 'string' }, do: { $ref: '#/$defs/tasks' } },
          },
          run: { properties: { run: { $ref: '#/$defs/run' } } },
          set: {
            properties: {
              set: {
                anyOf: [
                  { type: 'object', additionalProperties: true },
                  { type: 'string', format: 'expression' },
                ],
              },
            },
          },
          try: {
            required: ['catch'],
            properties: { try: { $ref: '#/$defs/tasks' }, catch: { type: 'object', properties: { do: { $ref: '#/$defs/tasks' } } } },
          },
          wait: { properties: { wait: { $ref: '#/$defs/duration' } } },
        },
      },
    },
    call: {
      properties: { call: { type: 'string', references: 'function' } },
      discriminatorValue: {
        property: 'call',
        cases: {
          http: { title: 'HTTP call', required: ['with'], properties: { with: { $ref: '#/$defs/httpWith' } } },
          mcp: {
            title: 'MCP call',
            since: '1.0.2',
            required: ['with'],
            properties: { with: { type: 'object', additionalProperties: true } },
          },
        },
        else: { properties: { with: { type: 'object', additionalProperties: true } } },
      },
    },
    httpWith: {
      title: 'HTTP call',
      type: 'object',
      required: ['method', 'endpoint'],
      properties: {
        method: { type: 'string' },
        endpoint: {
          anyOf: [{ type: 'string', format: 'expression' }, { type: 'string', format: 'uri-template' }, { $ref: '#/$defs/endpoint' }],
        },
        headers: { type: 'object', additionalProperties: { type: 'string' } },
        output: { title: 'form of output', type: 'string', enum: ['raw', 'content', 'response'] },
        redirect: { type: 'boolean' },
      },
    },
    endpoint: {
      title: 'endpoint',
      type: 'object',
      required: ['uri'],
      properties: { uri: { type: 'string', format: 'uri-template' }, authentication: { $ref: '#/$defs/auth' } },
    },
    auth: {
      title: 'authentication',
      type: 'object',
      discriminator: {
        keys: {
          use: { properties: { use: { type: 'string', references: 'authentication' } } },
          basic: {
            properties: {
              basic: {
                title: 'basic authentication',
                type: 'object',
                discriminator: {
                  keys: {
                    use: { properties: { use: { type: 'string' } } },
                    username: { required: ['password'], properties: { username: { type: 'string' }, password: { type: 'string' } } },
                  },
                },
              },
            },
          },
        },
      },
    },
    loop: {
      title: 'loop',
      type: 'object',
      required: ['in'],
      properties: { each: { type: 'string' }, in: { type: 'string' }, at: { type: 'string' } },
    },
    run: {
      title: 'run',
      type: 'object',
      properties: {
        await: { type: 'boolean' },
        return: { title: 'way to return a process', type: 'string', enum: ['stdout', 'stderr', 'code', 'all', 'none'] },
      },
      discriminator: {
        keys: {
          shell: { properties: { shell: { type: 'object', required: ['command'], properties: { command: { type: 'string' } } } } },
          container: {
            properties: {
              container: {
                type: 'object',
                required: ['image'],
                properties: { image: { type: 'string' }, port: { type: 'integer', minimum: 1, maximum: 65535 } },
              },
            },
          },
        },
      },
    },
    duration: {
      title: 'duration',
      anyOf: [
        { type: 'object', minProperties: 1, properties: { seconds: { type: 'integer' }, minutes: { type: 'integer' } } },
        { type: 'string', format: 'expression' },
        { type: 'string', format: 'duration' },
      ],
    },
    timeout: {
      anyOf: [
        { title: 'timeout', type: 'object', required: ['after'], properties: { after: { $ref: '#/$defs/duration' } } },
        { type: 'string', references: 'timeout' },
      ],
    },
  },
};
