/** What the operating system says about a running process (Linux; elsewhere undefined). */
import { readdirSync, readFileSync } from 'node:fs';

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** CPU time of all threads so far, in milliseconds. */
export function cpuOf(pid) {
  let nanoseconds = 0;
  try {
    for (const task of readdirSync(`/proc/${pid}/task`))
      nanoseconds += Number(read(`/proc/${pid}/task/${task}/schedstat`)?.split(' ')[0] ?? 0);
  } catch {
    return undefined;
  }
  return nanoseconds / 1e6;
}

/** Peak resident memory in MB. */
export function peakOf(pid) {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until a process has had nothing to do for a moment. */
export async function idle(pid, moment = 60) {
  if (cpuOf(pid) === undefined) return sleep(moment);
  for (let turns = 0; turns < 200; turns++) {
    const before = cpuOf(pid);
    await sleep(moment);
    if (cpuOf(pid) - before < 0.3) return;
  }
}
