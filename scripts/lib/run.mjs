// Child processes that take their own children along when they are stopped.
import { spawn } from 'node:child_process';

const windows = process.platform === 'win32';

/**
 * Starts a command as the head of a process group of its own.
 * @returns the child, and `stop`, which ends the whole group and waits until nothing of it is left
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: !windows });
  const signal = (name) => {
    try {
      return windows ? child.kill(name) : process.kill(-child.pid, name);
    } catch {
      return false; // nobody left
    }
  };
  const kill = () => signal('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    signal('SIGTERM');
    for (const end = Date.now() + 5_000; signal(0) && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 25));
    kill();
    process.off('exit', kill);
  };
  return { child, stop };
}

/** Runs a command to its end, showing what it prints; its exit code. */
export function run(command, args, { minutes = 20, ...options } = {}) {
  return new Promise((resolve) => {
    const { child, stop } = startGroup(command, args, { stdio: 'inherit', ...options });
    const timer = setTimeout(() => {
      console.error(`Stopped after ${minutes} minutes: ${command} ${args.join(' ')}`);
      void stop().then(() => resolve(1));
    }, minutes * 60_000);
    child.once('error', (error) => {
      console.error(String(error));
      clearTimeout(timer);
      resolve(1);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      void stop().then(() => resolve(code ?? 1));
    });
  });
}

/** Ends what `stop` ends, and this process, on Ctrl+C and the like. */
export function stopOnSignal(stop) {
  let stopping = false;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => {
      if (stopping) return;
      stopping = true;
      void Promise.resolve(stop()).finally(() => process.exit(name === 'SIGINT' ? 0 : 1));
    });
  }
}
