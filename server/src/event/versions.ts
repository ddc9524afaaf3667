/** Versions of CloudEvents, as `specversion` has them (core: specversion). */

const drafts: ReadonlySet<string> = new Set(['0.1', '0.2', '0.3']);

/** What a version is: the one of today, a draft from before it, that of today written otherwise, or none that there is. */
export function versionKind(version: string): 'current' | 'draft' | 'slip' | 'unknown' {
  if (version === '1.0') return 'current';
  if (drafts.has(version)) return 'draft';
  return /^(?:v?1(?:\.0)*(?:\.\d+)?)?$/.test(version.trim()) ? 'slip' : 'unknown';
}
