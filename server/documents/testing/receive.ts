// A program of the tests: takes `count` files of `size` bytes at once into a folder. Each pauses after `pauseAt` bytes, if given, until
// the process is killed. Prints a line when all pause, and at the end the most memory that the process had, in KiB.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { ringOf } from '../keys';
import { localStore } from '../local-store';
import { noise, pdfOfSize } from '../samples.suite';
import { vaultOver } from '../vault';

const [folder = '', count = '1', size = '0', pauseAt = ''] = process.argv.slice(2);
const file = pdfOfSize(Number(size));
const keys = ringOf([{ id: 'test', key: randomBytes(32) }]);
const vault = vaultOver({ store: localStore(folder), keys });
let paused = 0;

/** Each reader has pieces of its own, as a network gives them. */
async function* pieces() {
  for (let at = 0; at < file.length; at += 64 * 1024) {
    if (pauseAt !== '' && at >= Number(pauseAt)) {
      paused += 1;
      if (paused === Number(count)) process.stdout.write('paused\n');
      setInterval(() => noise(1), 1_000);
      await once(process, 'SIGTERM');
    }
    yield Buffer.from(file.subarray(at, at + 64 * 1024));
  }
}

const received = await Promise.all(Array.from({ length: Number(count) }, () => vault.receive(pieces())));
if (received.some(({ pageCount }) => pageCount !== 1)) throw new Error('A file was not looked through');
process.stdout.write(`${process.resourceUsage().maxRSS}\n`);
