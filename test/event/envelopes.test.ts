/** What is none, or not quite, in files for events and elsewhere. */
import { describe, expect, test } from 'vitest';
import { said } from '../support/findings.ts';
import { check } from './check.ts';

const grid = { subject: 'a', id: '1', eventType: 'x.y', eventTime: '2026-11-23T15:00:00Z', data: {}, dataVersion: '1' };
const codesIn = (text: string, languageId: string) => said(text, languageId).map(({ code }) => code);

test('events of others are named in files for events, alone and in lists, and nowhere else', () => {
  expect(codesIn(JSON.stringify([grid, grid]), 'cloudevent')).toEqual(['cloudevent/envelope', 'cloudevent/envelope']);
  expect(codesIn(JSON.stringify(grid), 'json')).toEqual([]);
  expect(check(JSON.stringify(grid)).map(({ fixed }) => fixed)).toEqual([[]]);
});

test('what says a version is no event of others', () => {
  expect(check(JSON.stringify({ ...grid, specversion: '1.0' })).map(({ code }) => code)).not.toContain('cloudevent/envelope');
});

test('a message over lines is wrapped over lines, with its own text', () => {
  const text = `[
  {
    "Type": "Notification",
    "MessageId": "1",
    "TopicArn": "arn:t",
    "UnsubscribeURL": "https://sns.example.com/?Action=Unsubscribe&SubscriptionArn=arn:t:s",

    "Subject": null
  }
]
`;
  const after = `[
  {
    "specversion": "1.0",
    "id": "1",
    "source": "arn:t:s",
    "type": "com.amazonaws.sns.Notification",
    "datacontenttype": "application/json",
    "data": {
      "Type": "Notification",
      "MessageId": "1",
      "TopicArn": "arn:t",
      "UnsubscribeURL": "https://sns.example.com/?Action=Unsubscribe&SubscriptionArn=arn:t:s",

      "Subject": null
    }
  }
]
`;
  for (const end of ['\n', '\r\n']) {
    const lines = (each: string): string => each.replaceAll('\n', end);
    expect(check(lines(text)).map(({ fixed }) => fixed)).toEqual([[{ title: 'Convert to CloudEvent', text: lines(after) }]]);
  }
  expect(check(after)).toEqual([]);
});

test('what of EventBridge is not there is not needed', () => {
  const bridge = '{ "id": "1", "detail-type": "a", "source": "s", "resources": [], "detail": 1 }';
  expect(check(bridge)[0]?.fixed.map(({ text }) => text)).toEqual([
    '{ "specversion": "1.0", "id": "1", "type": "a", "source": "s", "data": 1 }',
  ]);
});

describe('a sample that lacks something is a sample', () => {
  const event = { specversion: '1.0', id: '1', source: '/a', type: 'a.b' };
  test.each<[object, string, string[]]>([
    [{ id: '1', source: '/a', type: 'a.b', time: '2026-11-23T15:00:00Z' }, 'cloudevent', ['cloudevent/required']],
    [{ id: '1', source: '/a', type: 'a.b', time: '2026-11-23T15:00:00Z' }, 'json', []],
    [{ specversion: '1.0', type: 'a.b' }, 'json', ['cloudevent/required']],
    [[event, { ...event, id: '2', specversion: undefined }], 'json', ['cloudevent/required']],
    [[{}, event, 5], 'json', ['cloudevent/required', 'cloudevent/not-an-event']],
    [[[event]], 'cloudevent', ['cloudevent/not-an-event']],
    [{}, 'cloudevent', ['cloudevent/required']],
  ])('%j in %s', (value, languageId, codes) => expect(codesIn(JSON.stringify(value), languageId)).toEqual(codes));
});
