/** Where in a DSL 1.0 task or workflow durations, endpoints and authentications stand: paths of keys from its mapping. */

export interface Places {
  readonly durations?: readonly string[];
  /** Endpoints: a URI or a mapping that may hold `authentication`. */
  readonly endpoints?: readonly string[];
  readonly authentications?: readonly string[];
}

/** What any task may have, and the workflow itself. */
export const common: Places = {
  durations: ['timeout.after'],
  endpoints: ['input.schema.resource.endpoint', 'output.schema.resource.endpoint', 'export.schema.resource.endpoint'],
};

export const retry = ['delay', 'limit.duration', 'limit.attempt.duration', 'jitter.from', 'jitter.to'] as const;

export const byKind: Readonly<Record<string, Places>> = {
  listen: { endpoints: ['foreach.output.schema.resource.endpoint', 'foreach.export.schema.resource.endpoint'] },
  run: { durations: ['run.container.lifetime.after'], endpoints: ['run.script.source.endpoint'] },
  try: { durations: retry.map((path) => `catch.retry.${path}`) },
  wait: { durations: ['wait'] },
};

/** By the value of `call`; any other is a function, whose arguments are the user's own. */
export const byCall: Readonly<Record<string, Places>> = {
  http: { endpoints: ['with.endpoint'] },
  openapi: { endpoints: ['with.document.endpoint'], authentications: ['with.authentication'] },
  asyncapi: {
    durations: ['with.subscription.consume.for'],
    endpoints: [
      'with.document.endpoint',
      'with.subscription.foreach.output.schema.resource.endpoint',
      'with.subscription.foreach.export.schema.resource.endpoint',
    ],
    authentications: ['with.authentication'],
  },
  grpc: { endpoints: ['with.proto.endpoint'], authentications: ['with.service.authentication'] },
  a2a: { endpoints: ['with.agentCard.endpoint', 'with.server'] },
  mcp: { durations: ['with.timeout'], endpoints: ['with.transport.http.endpoint'] },
};

export const workflowPlaces: Places = {
  durations: ['timeout.after', 'schedule.every', 'schedule.after'],
  endpoints: ['input.schema.resource.endpoint', 'output.schema.resource.endpoint'],
};

export const authenticationSchemes = ['basic', 'bearer', 'digest', 'oauth2', 'oidc'] as const;
