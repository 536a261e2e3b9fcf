import fs from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type InitArguments = Parameters<NodeFS['init']>;
type EmscriptenOptions = InitArguments[1];
type EmscriptenModule = Parameters<NonNullable<EmscriptenOptions['preRun']>[number]>[0];
type Stream = { readonly nfd: number };

/** WASI error numbers, as the module's system calls return them. */
const WASI = { EBADF: 8, EINVAL: 28, EIO: 29 } as const;

/**
 * PGlite's file system on a folder, with a real fsync.
 *
 * The stock one has no `fsync` stream operation, so PostgreSQL's commits stay in the operating system's cache.
 * Only `fsync` reaches the stream operations (`fdatasync` is a stub inside the module): the server must run
 * with `wal_sync_method=fsync` and without `-F`.
 */
export class DurableNodeFS extends NodeFS {
  override async init(...[pglite, options]: InitArguments): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options);
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), installFsync] },
    };
  }
}

function installFsync(module: EmscriptenModule): void {
  Object.assign(module.NODEFS.stream_ops, { fsync: syncStream });
}

/** Returns 0, or the WASI error number that lets PostgreSQL decide (it panics on a failed sync of its log). */
function syncStream(stream: Stream): number {
  try {
    fs.fdatasyncSync(stream.nfd);
    return 0;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EINVAL') return WASI.EINVAL;
    if (code === 'EBADF') return WASI.EBADF;
    return WASI.EIO;
  }
}
