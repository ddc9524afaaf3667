/** JUnit's XML, as dashboards of CI read it: a suite a file, a case a problem. What does not make the command fail is no failure. */
import { pathFrom } from './place.ts';
import type { FileResult, Problem, Report } from './result.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** What XML has no way to write, not even escaped. */

const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Blanks that an attribute would read as spaces are written as numbers. */
const escaped = (text: string): string =>
  text
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"']/g, (sign) => entities[sign]!)
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);

type Attributes = Readonly<Record<string, string | number>>;
const tag = (name: string, attributes: Attributes): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(String(value))}"`)].join(' ');
const element = (name: string, attributes: Attributes, content: readonly string[] = []): string =>
  content.length === 0 ? `<${tag(name, attributes)}/>` : `<${tag(name, attributes)}>${content.join('')}</${name}>`;

/** Of one file, the problems as cases; a clean one has a single case, which passes. */
const suite = (name: string, cases: readonly string[], counts: { readonly failures: number; readonly errors: number }): string =>
  [
    `  <${tag('testsuite', { name, tests: cases.length, ...counts, skipped: 0, time: 0 })}>`,
    ...cases.map((each) => `    ${each}`),
    '  </testsuite>',
  ].join('\n');

const testcase = (file: string, name: string, content: readonly string[]): string =>
  element('testcase', { name, classname: file, file, time: 0 }, content);

function caseOf(file: string, { code, severity, message, range }: Problem, isFatal: boolean): string {
  const place = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
  const words = escaped(`${place}  ${severity}  ${message}`);
  const content = isFatal ? element('failure', { message, type: code || severity }, [words]) : element('system-out', {}, [words]);
  return testcase(file, `${code || 'heddle'} at ${range.start.line + 1}:${range.start.character + 1}`, [content]);
}

function suiteOf({ diagnostics }: FileResult, file: string, fatal: Report['fatal']): string {
  const cases = diagnostics.map((problem) => caseOf(file, problem, fatal.has(problem.severity)));
  const failures = diagnostics.filter(({ severity }) => fatal.has(severity)).length;
  return suite(file, cases.length > 0 ? cases : [testcase(file, 'no problems', [])], { failures, errors: 0 });
}

export function reportJunit({ results, failures, fatal, folder }: Report): string {
  const ours = results.filter(({ kind }) => kind !== 'none');
  const unread = failures.map((message) => testcase('heddle', message, [element('error', { message, type: 'heddle' })]));
  const problems = ours.flatMap(({ diagnostics }) => diagnostics);
  const total = {
    name: 'heddle',
    tests: unread.length + ours.reduce((sum, { diagnostics }) => sum + Math.max(diagnostics.length, 1), 0),
    failures: problems.filter(({ severity }) => fatal.has(severity)).length,
    errors: unread.length,
    time: 0,
  };
  const suites = [
    ...(unread.length > 0 ? [suite('heddle', unread, { failures: 0, errors: unread.length })] : []),
    ...ours.map((result) => suiteOf(result, pathFrom(folder, result.file), fatal)),
  ];
  return [`<?xml version="1.0" encoding="UTF-8"?>`, `<${tag('testsuites', total)}>`, ...suites, '</testsuites>', ''].join('\n');
}
