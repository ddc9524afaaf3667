/** Joins the header and the body of a message into one write: half the calls into the system, and the editor wakes up once. */
import { Writable } from 'node:stream';

const headerEnd = '\r\n\r\n';

/** A stream of protocol messages that passes each on to `out` as a whole. */
export function oneWrite(out: Writable): Writable {
  let header: Buffer | undefined;
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!header && chunk.length < 200 && chunk.toString('latin1').endsWith(headerEnd)) {
        header = chunk;
        return done();
      }
      const whole = header ? Buffer.concat([header, chunk]) : chunk;
      header = undefined;
      out.write(whole, done);
    },
  });
}
