import { attributeFacts, dataMembers, legacyAttributes } from '../../../event/attributes.ts';
import type { Flaw } from '../../../event/flaw.ts';
import { mediaTypeFlaw } from '../../../event/media-type.ts';
import { timestampFlaw } from '../../../event/timestamp.ts';
import { absoluteUriFlaw, uriReferenceFlaw } from '../../../event/uri.ts';
import { nearest } from '../../../rules/nearest.ts';
import type { RuleReport, RuleDocs } from '../../../rules/rule.ts';
import type { Node, Pair } from '../../../syntax/node.ts';
import { elementsOf, resolve, stringOf, valueOf } from '../../../syntax/node.ts';
import type { Task, WorkflowModel } from '../../model.ts';
import type { WorkflowRule } from '../rule.ts';
import { changeTo, inTasks } from '../rule.ts';

const known: ReadonlySet<string> = new Set([...Object.keys(attributeFacts), ...dataMembers]);
const meant: ReadonlySet<string> = new Set([...known].filter((name) => name !== 'data_base64'));
/** What an event cannot do without, as far as a workflow writes it: the rest is filled in by the runtime. */
const needed: ReadonlySet<string> = new Set(['type']);

export const attribute: WorkflowRule = {
  code: 'event/attribute',
  level: 'hint',
  *check(model: WorkflowModel) {
    yield* inAll(model);
    const strategy = valueOf(valueOf(model.root, 'schedule'), 'on');
    for (const filter of filtersOf(strategy)) yield* names(pairsOf(valueOf(filter, 'with')), new Set());
  },
};

export const docs: RuleDocs = {
  rule: attribute,
  clause: 'dsl-reference: Event Properties; core: Context Attributes',
  why: 'Any name may be an extension of an event, so a misspelt attribute passes unseen and never matches.',
  good: [
    `
do:
  - tell: { emit: { event: { with: { type: com.shop.paid, source: https://shop.example, colour: red } } } }
  - hear: { listen: { to: { one: { with: { type: com.shop.paid, subject: '\${ .id }' } } } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - hear: { listen: { to: { one: { with: { «typ»: com.shop.paid } } } } }
`,
    },
    {
      text: `
do:
  - tell: { emit: { event: { with: { type: com.shop.paid, source: https://shop.example, «subjct»: paid } } } }
`,
    },
  ],
};

const inAll = inTasks(({ kind }) => kind === 'emit' || kind === 'listen', read);

function read({ kind, body }: Task): readonly RuleReport[] {
  if (kind === 'listen')
    return filtersOf(valueOf(valueOf(body, 'listen'), 'to')).flatMap((filter) => names(pairsOf(valueOf(filter, 'with')), new Set()));
  const pairs = pairsOf(valueOf(valueOf(valueOf(body, 'emit'), 'event'), 'with'));
  const missing = new Set([...needed].filter((name) => !pairs.some(({ key }) => key.text === name)));
  return [...names(pairs, missing), ...pairs.flatMap(values)];
}

const pairsOf = (node: Node | undefined): readonly Pair[] => (node?.kind === 'map' ? node.pairs : []);

/** The filters of what is listened to: one, any or all, and what it goes on until. */
function filtersOf(strategy: Node | undefined): readonly Node[] {
  const one = valueOf(strategy, 'one');
  const until = valueOf(strategy, 'until');
  return [
    ...(one ? [one] : []),
    ...elementsOf(valueOf(strategy, 'any')),
    ...elementsOf(valueOf(strategy, 'all')),
    ...(until?.kind === 'map' ? filtersOf(until) : []),
  ];
}

/** Names that are nearly those of attributes; surely wrong where the attribute itself is missing and needed. */
function names(pairs: readonly Pair[], missing: ReadonlySet<string>): readonly RuleReport[] {
  const written = new Set(pairs.map(({ key }) => key.text));
  return pairs.flatMap(({ key }): RuleReport[] => {
    if (known.has(key.text) || key.text === '') return [];
    const name = key.text.toLowerCase();
    const old = Object.hasOwn(legacyAttributes, name) ? (legacyAttributes[name] ?? undefined) : undefined;
    const better =
      nearest(
        key.text,
        [...missing].filter((each) => !written.has(each)),
      ) ??
      old ??
      nearest(key.text, meant);
    if (better === undefined || written.has(better)) return [];
    const sure = missing.has(better);
    const message = sure
      ? `Unknown attribute "${key.text}". Did you mean "${better}"?`
      : `"${key.text}" is read as an extension of the event. Did you mean "${better}"?`;
    return [
      {
        at: key,
        message,
        about: { names: [better] },
        ...(sure ? { severity: 'error' as const } : {}),
        fixes: (tree) => [changeTo(tree, key, better)],
      },
    ];
  });
}

const checks: Readonly<Record<string, (text: string) => Flaw | undefined>> = {
  Timestamp: timestampFlaw,
  URI: absoluteUriFlaw,
  'URI-reference': uriReferenceFlaw,
};

/** What an attribute of an event to publish holds, as an event itself would be checked. */
function values({ key, value }: Pair): readonly RuleReport[] {
  const text = stringOf(value);
  const node = resolve(value);
  const fact = Object.hasOwn(attributeFacts, key.text) ? attributeFacts[key.text] : undefined;
  if (!node || text === undefined || text === '' || text.includes('${') || !fact) return [];
  // What a source and a time look like, the schema says.
  const check =
    key.text === 'datacontenttype' ? mediaTypeFlaw : key.text === 'source' || key.text === 'time' ? undefined : checks[fact.type];
  const flaw = check?.(text);
  if (!flaw) return [];
  const { better } = flaw;
  return [
    {
      at: node,
      message: flaw.message,
      severity: flaw.mild ? 'warning' : 'error',
      ...(better ? { fixes: (tree) => [changeTo(tree, node, better)] } : {}),
    },
  ];
}
