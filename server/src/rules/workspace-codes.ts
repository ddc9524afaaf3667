/** The codes of the rules of the workspace, which stand above whoever reads settings. */
export const workspaceCodes = ['reference/unknown-workflow'] as const;
