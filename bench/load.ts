// A program: sends one kind of request for a while, and prints what came of it as JSON. In a process of its own, so that
// the sender and the one who keeps the books do not take each other's time.
import autocannon from 'autocannon';
import { newId } from '@/lib/new-id';
import type { Load, Outcome } from './measure';

/** In a body or header: something that no other request has. */
const UNIQUE = '[unique]';

const load = JSON.parse(process.argv[2] ?? '') as Load;
const { url, method = 'GET', headers = {}, body, connections, seconds } = load;

const each: autocannon.Request = { method, headers, ...(body === undefined ? {} : { body }) };
const template = JSON.stringify(each);
const setupRequest = (request: autocannon.Request): autocannon.Request => ({
  ...request,
  ...(JSON.parse(template.replaceAll(UNIQUE, newId())) as autocannon.Request),
});

const result = await autocannon({
  url,
  connections,
  duration: seconds,
  timeout: 30,
  requests: [template.includes(UNIQUE) ? { ...each, setupRequest } : each],
});
const outcome: Outcome = {
  answered: result['2xx'],
  refused: result.non2xx + result.errors + result.timeouts,
  seconds: result.duration,
  p50: result.latency.p50,
  p99: result.latency.p99,
};
process.stdout.write(JSON.stringify(outcome));
