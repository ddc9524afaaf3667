/** Values to begin with where text must look like something. */
import type { Schema } from '../../schema/schema.ts';

type Example = { readonly value: string; readonly docs: string };

const byFormat: Readonly<Record<string, readonly Example[]>> = {
  duration: [
    { value: 'PT5S', docs: '5 seconds' },
    { value: 'PT30S', docs: '30 seconds' },
    { value: 'PT1M', docs: '1 minute' },
    { value: 'PT15M', docs: '15 minutes' },
    { value: 'PT1H', docs: '1 hour' },
    { value: 'P1D', docs: '1 day' },
  ],
  cron: [
    { value: '*/15 * * * *', docs: 'every 15 minutes' },
    { value: '0 * * * *', docs: 'every hour' },
    { value: '0 9 * * *', docs: 'every day at 09:00' },
    { value: '0 9 * * 1-5', docs: 'Monday to Friday at 09:00' },
    { value: '0 0 1 * *', docs: 'at midnight on the first of each month' },
  ],
};

/** Examples by the schema's format. */
export const examplesOf = (schema: Schema): readonly Example[] => (schema.format === undefined ? [] : (byFormat[schema.format] ?? []));
