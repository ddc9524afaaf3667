/** Events of others that are no CloudEvents, and how they become some, where that is published. */
import { type Edit, resolve, stringOf, type Tree, valueOf } from '../syntax/node.ts';
import { toValue } from '../syntax/value.ts';
import { type CloudEvent, type Member, textOf } from './model.ts';

export interface Envelope {
  /** With its article. */
  readonly name: string;
  /** The key that shows it; undefined for what is another event. */
  readonly shownBy: (event: CloudEvent) => Member | undefined;
  /** The edits that make a CloudEvent of it; undefined where something is missing for that. */
  readonly convert: (event: CloudEvent, tree: Tree) => readonly Edit[] | undefined;
}

const member = ({ members }: CloudEvent, name: string): Member | undefined => members.find((each) => each.name === name);
const text = (event: CloudEvent, name: string): string | undefined => textOf(member(event, name)) || undefined;
const hasAll = (event: CloudEvent, ...names: readonly string[]): boolean => names.every((name) => member(event, name));

const envelopes: readonly Envelope[] = [
  {
    name: 'an event of Azure Event Grid',
    shownBy: (event) =>
      hasAll(event, 'eventType', 'eventTime') && (member(event, 'dataVersion') ?? member(event, 'metadataVersion'))
        ? member(event, 'eventType')
        : undefined,
    // Event Grid: CloudEvents schema. The versions are kept as extensions.
    convert(event, tree) {
      if (!text(event, 'topic') || !text(event, 'id')) return undefined;
      const names = {
        eventType: 'type',
        eventTime: 'time',
        topic: 'source',
        dataVersion: 'dataversion',
        metadataVersion: 'metadataversion',
      };
      return [...event.writer.add(tree, [['specversion', '1.0']]), ...renamed(event, tree, names)];
    },
  },
  {
    name: 'an event of Amazon EventBridge',
    shownBy: (event) => (hasAll(event, 'detail', 'source') ? member(event, 'detail-type') : undefined),
    // EventBridge: Sending CloudEvents. No attribute is a list, so resources become a text.
    convert(event, tree) {
      if (!text(event, 'id')) return undefined;
      const { writer, pairOf } = event;
      const [version, resources] = [member(event, 'version'), member(event, 'resources')];
      const list = resources && toValue(pairOf(resources)?.value);
      return [
        ...(version
          ? [...writer.rename(tree, version, 'specversion'), ...writer.setValue(tree, version, '1.0')]
          : writer.add(tree, [['specversion', '1.0']])),
        ...renamed(event, tree, { 'detail-type': 'type', detail: 'data' }),
        ...(resources && Array.isArray(list)
          ? list.length === 0
            ? writer.remove(tree, resources)
            : writer.setValue(tree, resources, list.join(','))
          : []),
      ];
    },
  },
  {
    name: 'a message of Amazon SNS',
    shownBy: (event) =>
      hasAll(event, 'MessageId', 'TopicArn') &&
      /^(?:Notification|(?:Subscription|Unsubscribe)Confirmation)$/.test(text(event, 'Type') ?? '')
        ? member(event, 'TopicArn')
        : undefined,
    // adapters/aws-sns; what is a header there stands in the message, too.
    convert(event, tree) {
      const subscription = /[?&]SubscriptionArn=([^&]+)/.exec(text(event, 'UnsubscribeURL') ?? '')?.[1];
      return wrapped(event, tree, {
        id: text(event, 'MessageId'),
        source: subscription ?? text(event, 'TopicArn'),
        type: `com.amazonaws.sns.${text(event, 'Type')}`,
        subject: text(event, 'Subject'),
        time: text(event, 'Timestamp'),
        datacontenttype: 'application/json',
      });
    },
  },
  {
    name: 'an event of CDEvents',
    shownBy: (event) => (inside(event, 'context', 'type')?.startsWith('dev.cdevents.') ? member(event, 'context') : undefined),
    // cdevents: CloudEvents Binding.
    convert: (event, tree) =>
      wrapped(event, tree, {
        id: inside(event, 'context', 'id'),
        source: inside(event, 'context', 'source'),
        type: inside(event, 'context', 'type'),
        subject: inside(event, 'subject', 'id'),
        time: inside(event, 'context', 'timestamp'),
        datacontenttype: 'application/cdevents+json',
      }),
  },
];

/** What else an event is that says no version of CloudEvents; undefined for most. */
export const envelopeOf = (event: CloudEvent): Envelope | undefined =>
  event.versionAt ? undefined : envelopes.find(({ shownBy }) => shownBy(event));

function inside(event: CloudEvent, name: string, key: string): string | undefined {
  const found = member(event, name);
  return found && stringOf(valueOf(resolve(event.pairOf(found)?.value), key));
}

const renamed = (event: CloudEvent, tree: Tree, names: Readonly<Record<string, string>>): readonly Edit[] =>
  event.members.flatMap((each) => (Object.hasOwn(names, each.name) ? event.writer.rename(tree, each, names[each.name]!) : []));

function wrapped({ writer }: CloudEvent, tree: Tree, given: Readonly<Record<string, string | undefined>>): readonly Edit[] | undefined {
  if (!given.id || !given.source) return undefined;
  const attributes = Object.entries(given).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  return writer.wrap?.(tree, [['specversion', '1.0'], ...attributes]);
}
