/**
 * The table of constructs that runtimes take in different ways: read in their sources and manuals in 2026 (Java SDK and Quarkus Flow 1.0 of
 * August, Synapse of March, Go SDK of January, Zigflow of August, swf of June, the pages of Scaleway Data Orchestrator). How each is known
 * stands in its row (`seen`).
 */
export * from './readings/features.ts';
export * from './readings/data.ts';
export * from './readings/flow.ts';
export * from './readings/errors.ts';
export * from './readings/expressions.ts';
export * from './readings/events.ts';
