/** SARIF 2.1.0 (OASIS), the format in which code scanning and review bots take findings. Numbers of sections are the standard's. */
import { pathToFileURL } from 'node:url';
import type { Range } from 'vscode-languageserver-types';
import { manual } from '../../rules/docs.ts';
import type { Severity } from '../../rules/finding.ts';
import { codes } from '../../workspace/codes.ts';
import { uriFrom } from './place.ts';
import type { FileResult, Problem, Report } from './result.ts';
import { whyOf } from './rule-help.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** What relative addresses are relative to: the folder that the command runs in. */
const base = 'SRCROOT';

/** An address with a scheme stands by itself (§3.4.3). */
function artifactLocation(folder: string, file: string) {
  const uri = uriFrom(folder, file);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: base };
}

/** Lines and columns count from 1; the end is behind the last character, as in LSP (§3.30). */
const region = ({ start, end }: Range) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

const location = (folder: string, file: string, range: Range) => ({
  physicalLocation: { artifactLocation: artifactLocation(folder, file), region: region(range) },
});

/** §3.55 */
const fixesOf = (folder: string, file: string, { title, edits }: NonNullable<Problem['fix']>) => [
  {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(folder, file),
        replacements: edits.map(({ range, newText }) => ({ deletedRegion: region(range), insertedContent: { text: newText } })),
      },
    ],
  },
];

/** §3.27. A remark about the check itself has no rule. */
const resultOf = (folder: string, { file }: FileResult, problem: Problem, rules: readonly string[]) => ({
  ...(problem.code ? { ruleId: problem.code, ruleIndex: rules.indexOf(problem.code) } : {}),
  level: levels[problem.severity],
  message: { text: problem.message },
  locations: [location(folder, file, problem.range)],
  ...(problem.related.length > 0
    ? {
        relatedLocations: problem.related.map((each, id) => ({
          id,
          ...location(folder, each.file, each.range),
          message: { text: each.message },
        })),
      }
    : {}),
  ...(problem.fix ? { fixes: fixesOf(folder, file, problem.fix) } : {}),
});

/** §3.49: the rules that were broken, with what helps to understand them. */
function ruleOf(id: string, helpUri: string | undefined) {
  const why = whyOf(id);
  const level = codes.get(id);
  return {
    id,
    ...(level && level !== 'off' ? { defaultConfiguration: { level: levels[level] } } : {}),
    shortDescription: { text: why },
    help: { text: why, markdown: helpUri ? `${why} [More about ${id}](${helpUri})` : why },
    ...(helpUri ? { helpUri } : {}),
  };
}

export function reportSarif({ results, failures, version, folder }: Report): string {
  const ours = results.filter(({ kind }) => kind !== 'none');
  const problems = ours.flatMap(({ diagnostics }) => diagnostics);
  const hrefs = new Map(problems.filter(({ code }) => code !== '').map(({ code, href }) => [code, href]));
  const rules = [...hrefs.keys()].sort();
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Heddle',
            version,
            semanticVersion: version,
            informationUri: manual,
            rules: rules.map((code) => ruleOf(code, hrefs.get(code))),
          },
        },
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [base]: { uri: pathToFileURL(`${folder}/`).href } },
        artifacts: ours.map(({ file }) => ({ location: artifactLocation(folder, file) })),
        results: ours.flatMap((result) => result.diagnostics.map((problem) => resultOf(folder, result, problem, rules))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}
