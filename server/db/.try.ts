import { openDatabase } from '/work/main/server/db/client';
import { sql } from 'drizzle-orm';
async function main(){
let t=Date.now();
const o = await openDatabase({dataDir:'/tmp/db_try'});
console.log('open', Date.now()-t);
console.log((await o.pool.query("select version(), current_setting('fsync') f, current_setting('wal_sync_method') m, current_setting('TimeZone') tz, current_setting('full_page_writes') fp")).rows);
await o.pool.query('create table if not exists x(id serial primary key, v text)');
for (const bad of [1,2,3]) { await o.pool.query('select 1/0').catch(e=>console.log(e.code)); }
await Promise.all(Array.from({length:20},(_, i)=> i%3===0? o.pool.query('select $1::int/0',[i]).catch(e=>e.code): o.db.execute(sql`select ${i}::int as i`).then(r=>r.rows[0]))).then(r=>console.log(JSON.stringify(r)));
t=Date.now(); let ticks=0; const iv=setInterval(()=>ticks++,1);
for(let i=0;i<1000;i++) await o.pool.query('insert into x(v) values($1)',['v'+i]);
const dt=Date.now()-t; console.log('1000 inserts',dt,'ms', Math.round(1e6/dt),'/s ticks',ticks); clearInterval(iv);
// leave a transaction open, release with error
const c=await o.pool.connect(); await c.query('begin'); await c.query("insert into x(v) values('lost')"); c.release(new Error('x'));
console.log((await o.pool.query("select count(*) from x where v='lost'")).rows);
t=Date.now(); await o.close(); console.log('close',Date.now()-t, process.exitCode);
try { const a=await openDatabase({dataDir:'/tmp/db_try'}); try{ await openDatabase({dataDir:'/tmp/db_try'});}catch(e){console.log((e as Error).message)}; await a.close();} catch(e){console.log(e)}
console.log('exit',process.exitCode);
}
main();
