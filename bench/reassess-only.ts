// Re-assessing a book on both databases, and nothing else: `npm run bench -- --only reassess`, `--quick` for few customers.
import { startTestServer } from '@/server/db/testing/postgres-server';
import { onSignal, tempFolder } from './cleanup';
import { writeJson } from './out';
import { measureReassessing, reassessingTables } from './reassessing';
import { SETTINGS } from './settings';

const quick = process.argv.includes('--quick');
const customers = quick ? 5_000 : 100_000;
const folder = tempFolder();
Object.assign(process.env, SETTINGS);

const embedded = await measureReassessing({ customers, folder });
const server = await startTestServer([]);
onSignal(() => server.stop());
const postgres = await measureReassessing({ customers, folder, url: server.url('postgres') });
await server.stop();
const reassessing = [embedded, postgres];
console.log(`\n${reassessingTables(reassessing)}`);
writeJson('reassess', { quick, reassessing });
process.exit(0);
