// Bounds what the PDF reader may unpack. A thread's `resourceLimits` count its heap, and typed arrays lie outside of it: without this
// a stream of zeros, packed a thousand to one, takes all memory of the machine.

export class TooMuchError extends Error {}

const Bytes = globalThis.Uint8Array;
let left = Infinity;

globalThis.Uint8Array = new Proxy(Bytes, {
  construct(target, parameters, newTarget) {
    // A view of memory that is there already costs nothing.
    if (typeof parameters[0] === 'number') {
      left -= parameters[0];
      if (left < 0) throw new TooMuchError();
    }
    return Reflect.construct(target, parameters, newTarget);
  },
});

/** Sets how many bytes may be taken in all from now on. */
export function allowBytes(count) {
  left = count;
}

/** Whether more was asked for than there was, also where the reader went on without it. */
export function isSpent() {
  return left < 0;
}
