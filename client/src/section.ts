/** What a manual in Markdown says about a code: its own section, else that of its group, else all of it. */
export function sectionOf(manual: string, code: string): string {
  const group = code.slice(0, code.indexOf('/'));
  return section(manual, `### ${code}`) ?? section(manual, `## ${group}`) ?? manual;
}

/** From a heading to the next one that is no deeper. What stands in a block of code is none, though comments of YAML look alike. */
function section(manual: string, heading: string): string | undefined {
  const lines = manual.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) return undefined;
  const level = heading.indexOf(' ');
  let isCode = false;
  const length = lines.slice(start + 1).findIndex((line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return !isCode && /^#+ /.test(line) && line.indexOf(' ') <= level;
  });
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n');
}
