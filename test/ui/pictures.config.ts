import { defineConfig } from 'vitest/config';
import ui from './vitest.config.ts';

/** npm run screenshots: the README's pictures, from the running product. */
export default defineConfig({ test: { ...ui.test, include: ['pictures.ts'] } });
