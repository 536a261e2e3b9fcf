// Serves the floor in this process, as scripts/start.mjs serves the product.
import { createServer } from 'node:http';
import next from 'next';

const host = '127.0.0.1';
const app = next({ dev: false, dir: import.meta.dirname, hostname: host, port: 0 });
await app.prepare();
const server = createServer(app.getRequestHandler());
server.listen(0, host, () => console.log(`The floor is at http://${host}:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
