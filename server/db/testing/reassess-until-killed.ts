import { handlersOf } from '../../jobs/handlers';
import { runJobs } from '../../jobs/runner';
import { workOf } from '../../jobs/work';
import { openDatabase } from '../client';

/** A program for a kill -9 test: an instance that does the work that waits in the PostgreSQL database named by its argument. */
const { db, ...open } = await openDatabase({ url: process.argv[2] ?? '' });
const { reassess } = handlersOf(db);
if (reassess) await runJobs({ db, ...open }, workOf({ reassess }));
