import ui from './vitest.config.ts';
export default { test: { ...ui.test, include: ['zz-try.ts'] } };
