/** What a state shows beside its name: the icon, and the line that tells it apart. One row a type. */
import { elementsOf, stringOf, valueOf, type Node } from '../../syntax/node.ts';
import { at, durationText, expressionOf, oneLine, textOf } from '../describe.ts';
import { count } from '../../formats/sentence.ts';
import type { StartSummary, TaskSummary, TaskSyntax, WorkflowModel } from '../model.ts';

interface Row {
  readonly icon: string;
  readonly detail: (body: Node | undefined) => string;
}

const several = (body: Node | undefined, key: string, one: string, many?: string): string => {
  const n = elementsOf(valueOf(body, key)).length;
  return n === 0 ? '' : count(n, one, many);
};

/** The function, event or workflow of the only action; how many there are otherwise. */
function actionWords(actions: readonly Node[]): string {
  if (actions.length !== 1) return actions.length === 0 ? '' : count(actions.length, 'action');
  const [action] = actions;
  const named = ['functionRef', 'subFlowRef', 'eventRef'].flatMap((key) => {
    const value = valueOf(action, key);
    const inner = ['refName', 'workflowId', 'triggerEventRef', 'produceEventRef'].map((each) => valueOf(value, each));
    return [value, ...inner].flatMap((each) => stringOf(each) ?? []);
  });
  return named[0] ?? textOf(valueOf(action, 'name'));
}

const actionsOf = (body: Node | undefined): readonly Node[] => elementsOf(valueOf(body, 'actions'));

function eventWords(body: Node | undefined): string {
  const names = elementsOf(valueOf(body, 'onEvents')).flatMap((each) => elementsOf(valueOf(each, 'eventRefs')));
  return names.length === 1 ? textOf(names[0]) : names.length === 0 ? '' : count(names.length, 'event');
}

const rows: Readonly<Record<string, Row>> = {
  operation: { icon: 'call', detail: (body) => actionWords(actionsOf(body)) },
  event: { icon: 'listen', detail: eventWords },
  switch: {
    icon: 'switch',
    detail: (body) => several(body, 'dataConditions', 'case') || several(body, 'eventConditions', 'case'),
  },
  sleep: { icon: 'wait', detail: (body) => durationText(valueOf(body, 'duration')) },
  delay: { icon: 'wait', detail: (body) => durationText(valueOf(body, 'timeDelay')) },
  parallel: { icon: 'fork', detail: (body) => several(body, 'branches', 'branch', 'branches') },
  inject: {
    icon: 'set',
    detail: (body) => {
      const data = valueOf(body, 'data');
      return data?.kind === 'map'
        ? data.pairs
            .map(({ key }) => key.text)
            .slice(0, 12)
            .join(', ')
        : '';
    },
  },
  foreach: { icon: 'for', detail: (body) => expressionOf(textOf(valueOf(body, 'inputCollection'))) },
  callback: { icon: 'call', detail: (body) => textOf(valueOf(body, 'eventRef')) },
};

/** Icon, type and detail of a state. */
export function summary({ kind = '', body }: TaskSyntax): TaskSummary {
  const row = Object.hasOwn(rows, kind) ? rows[kind] : undefined;
  const limit = at(body, 'timeouts.stateExecTimeout');
  const text = durationText(valueOf(limit, 'total') ?? limit);
  const notes = text ? [{ kind: 'timeout' as const, text }] : [];
  if (!row) return { icon: 'unknown', word: kind || 'state', detail: '', notes };
  return { icon: row.icon, word: kind, detail: oneLine(row.detail(body)), notes };
}

/** The schedule under `start`, if there is one. */
export function startOf({ root }: WorkflowModel): StartSummary {
  const schedule = valueOf(valueOf(root, 'start'), 'schedule');
  if (!schedule) return {};
  const cron = valueOf(schedule, 'cron');
  const text = textOf(valueOf(cron, 'expression')) || textOf(cron);
  if (text) return { icon: 'calendar', word: 'cron', detail: text, at: schedule };
  return { icon: 'every', word: 'every', detail: textOf(schedule) || textOf(valueOf(schedule, 'interval')), at: schedule };
}
