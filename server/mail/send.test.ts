import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '@/lib/new-id';
import { auditEvents, mails } from '../db/schema';
import { type DatabaseKit, describeOnEachDatabase } from '../db/testing';
import { inTransaction } from '../db/transaction';
import { MAX_ATTEMPTS } from './fault';
import { listOutbox, readMail } from './outbox';
import { type OutgoingMail, queueMail } from './queue';
import { type MailSender, sendDueMail } from './send';
import { startMailServer, type TestMailServer } from './smtp-kit.suite';

vi.stubEnv('AUTH_SECRET', 'a secret of this test, 32 characters');
vi.stubEnv('LOG_LEVEL', 'silent');

const START = new Date('2026-03-01T08:00:00Z');
const DEAD_SERVER = 'smtp://127.0.0.1:1';
const LINK = 'https://kyc.example/set-password#dG9rZW4';

function linkMail(values: Partial<{ customerName: string; recipient: string }> = {}): OutgoingMail {
  const { customerName = 'Jana Novák', recipient = 'jana@example.test' } = values;
  return {
    kind: 'password_link',
    tenantId: 'main',
    recipient,
    submissionId: null,
    values: { customerName, url: LINK, minutes: 60 },
  };
}

function bench({ db }: DatabaseKit) {
  let now = START;
  const bench = {
    later(ms: number): Date {
      now = new Date(now.getTime() + ms);
      return now;
    },
    async queue(mail: OutgoingMail): Promise<string> {
      const id = newId();
      await inTransaction(db(), (tx) => queueMail(tx, mail, now, id));
      return id;
    },
    send(over: Partial<MailSender> & Pick<MailSender, 'smtpUrl'>) {
      const from = 'Onboarding <no-reply@bank.example>';
      return sendDueMail({ db: db(), from, clock: () => now, newId, random: () => 0.5, ...over });
    },
    async row(id: string) {
      const [row] = await db().select().from(mails).where(eq(mails.id, id));
      if (!row) throw new Error('No such mail');
      return row;
    },
    async eventTypes(mailId: string) {
      const rows = await db().select().from(auditEvents).where(eq(auditEvents.requestId, mailId));
      return rows.map(({ type }) => type);
    },
  };
  return bench;
}

describeOnEachDatabase('mail', (kit) => {
  const { queue, send, row, eventTypes, later } = bench(kit);
  let server: TestMailServer;
  beforeEach(async () => {
    await kit.db().delete(mails);
    server = await startMailServer();
  });
  afterEach(() => server.stop());

  describe('with a mail server', () => {
    test.each([
      ['Latin', 'Zoë O’Brien-Łukasz'],
      ['Arabic', 'ليلى الخطيب'],
      ['Chinese', '欧阳晓明'],
      ['Cyrillic', 'Александра Щукина'],
    ])(
      'delivers text and HTML with a name in %s script, and erases the body',
      async (_script, customerName) => {
        const id = await queue(linkMail({ customerName }));
        expect((await row(id)).sealedBody?.includes('set-password')).toBe(false);
        await send({ smtpUrl: server.url });
        const [received] = server.received;
        expect(received?.recipients).toEqual(['jana@example.test']);
        expect(received?.mail.text).toContain(customerName);
        expect(received?.mail.html).toContain(customerName);
        expect(received?.mail.text).toContain(LINK);
        expect(received?.mail.html).toContain(`href="${LINK}"`);
        expect(received?.mail.messageId).toBe(`<${id}@bank.example>`);
        expect(await row(id)).toMatchObject({
          state: 'sent',
          sealedBody: null,
          attempts: 1,
          lastFault: null,
        });
        expect(await eventTypes(id)).toEqual(['mail.sent']);
      },
    );

    test('no name brings in a header, a recipient or markup', async () => {
      const customerName = 'Eve\r\nBcc: all@example.test\r\n\r\n<img src=x onerror=alert(1)>"</p>';
      await queue(linkMail({ customerName }));
      await queue({
        kind: 'welcome',
        tenantId: 'main',
        recipient: 'jana@example.test',
        submissionId: null,
        values: {
          customerName,
          employeeName: customerName,
          submissionId: 'x\r\nCc: all@example.test',
          url: 'https://kyc.example/set-password#t',
          minutes: 60,
        },
      });
      await send({ smtpUrl: server.url });
      expect(server.received).toHaveLength(2);
      for (const { recipients, mail } of server.received) {
        expect(recipients).toEqual(['jana@example.test']);
        expect([mail.bcc, mail.cc]).toEqual([undefined, undefined]);
        expect(mail.subject).not.toContain('Eve');
        expect(mail.html).toContain('&lt;img src=x');
        expect(mail.html).not.toContain('<img');
      }
    });

    test('an address reaches exactly one mailbox, whatever is in it', async () => {
      await queue(linkMail({ recipient: 'a@example.test, b@example.test' }));
      await send({ smtpUrl: server.url });
      expect(server.received.flatMap(({ recipients }) => recipients)).not.toContain('b@example.test');
    });

    test('senders at the same time send each mail once', async () => {
      for (let i = 0; i < 6; i += 1) await queue(linkMail({ recipient: `box${i}@example.test` }));
      await Promise.all([1, 2, 3].map(() => send({ smtpUrl: server.url })));
      const boxes = server.received.flatMap(({ recipients }) => recipients).sort();
      expect(boxes).toEqual([0, 1, 2, 3, 4, 5].map((i) => `box${i}@example.test`));
    });

    test('a refused recipient is given up at once, and the others get theirs', async () => {
      server.refuse = (recipient) => (recipient.startsWith('gone') ? '550 no such box' : undefined);
      const gone = await queue(linkMail({ recipient: 'gone@example.test' }));
      const there = await queue(linkMail());
      await send({ smtpUrl: server.url });
      expect(await row(gone)).toMatchObject({
        state: 'failed',
        sealedBody: null,
        lastFault: 'EENVELOPE 550',
      });
      expect(await eventTypes(gone)).toEqual(['mail.failed']);
      expect((await row(there)).state).toBe('sent');
    });

    test('a mailbox that is full for now is tried again', async () => {
      server.refuse = () => '452 full';
      const id = await queue(linkMail());
      await send({ smtpUrl: server.url });
      expect(await row(id)).toMatchObject({ state: 'queued', lastFault: 'EENVELOPE 452' });
    });

    test('a sender that dies between handing over and writing down repeats under the same Message-ID', async () => {
      const id = await queue(linkMail());
      let looks = 0;
      const dying = () => {
        looks += 1;
        if (looks > 1) throw new Error('killed');
        return START;
      };
      await expect(send({ smtpUrl: server.url, clock: dying })).rejects.toThrow('killed');
      expect(server.received).toHaveLength(1);
      await send({ smtpUrl: server.url });
      expect(server.received).toHaveLength(1);
      later(5 * 60_000);
      await send({ smtpUrl: server.url });
      const ids = server.received.map(({ mail }) => mail.messageId);
      expect(ids).toEqual([`<${id}@bank.example>`, `<${id}@bank.example>`]);
      expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 });
    });

    test('what belongs to a rolled back change is never sent', async () => {
      const doomed = inTransaction(kit.db(), async (tx) => {
        await queueMail(tx, linkMail(), START, newId());
        throw new Error('rolled back');
      });
      await expect(doomed).rejects.toThrow('rolled back');
      await send({ smtpUrl: server.url });
      expect(server.received).toEqual([]);
    });
  });

  describe('with a dead mail server', () => {
    test('nothing is lost: it goes out once the server is back', async () => {
      const ids = [await queue(linkMail()), await queue(linkMail({ recipient: 'b@example.test' }))];
      await send({ smtpUrl: DEAD_SERVER });
      later(60 * 60_000);
      await send({ smtpUrl: server.url });
      expect(server.received).toHaveLength(2);
      for (const id of ids) expect((await row(id)).state).toBe('sent');
    });

    test('the waits grow, and in the end it is given up, with the class of fault', async () => {
      const id = await queue(linkMail());
      const waits: number[] = [];
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
        const triedAt = later(7 * 60 * 60_000);
        await send({ smtpUrl: DEAD_SERVER });
        waits.push((await row(id)).nextAttemptAt.getTime() - triedAt.getTime());
      }
      const retries = waits.slice(0, -1);
      expect(retries).toEqual(retries.toSorted((a, b) => a - b));
      expect(await row(id)).toMatchObject({
        state: 'failed',
        sealedBody: null,
        attempts: MAX_ATTEMPTS,
        lastFault: expect.stringMatching(/^E[A-Z]+$/),
      });
      expect(await eventTypes(id)).toEqual(['mail.failed']);
    });
  });

  describe('without a mail server', () => {
    test('every mail is kept, and read in the outbox of its tenant only', async () => {
      const id = await queue(linkMail({ customerName: 'ليلى' }));
      await send({ smtpUrl: undefined });
      const mail = await readMail(kit.db(), 'main', id);
      expect(mail).toMatchObject({ state: 'kept', recipient: 'jana@example.test' });
      expect(mail?.body?.text).toContain(LINK);
      expect(mail?.body?.html).toContain('ليلى');
      expect(await readMail(kit.db(), 'another', id)).toBeUndefined();
    });

    test('the outbox pages through all mails, newest first, each once', async () => {
      const ids: string[] = [];
      for (let i = 0; i < 60; i += 1) {
        if (i % 7 === 0) later(1);
        ids.push(await queue(linkMail()));
      }
      const first = await listOutbox(kit.db(), 'main');
      const second = await listOutbox(kit.db(), 'main', first.next);
      const third = await listOutbox(kit.db(), 'main', second.next);
      const read = [first, second, third].flatMap(({ mails: page }) => page.map(({ id }) => id));
      expect(read).toEqual(ids.toReversed());
      expect(third.next).toBeUndefined();
      expect((await listOutbox(kit.db(), 'main', 'no cursor')).mails).toEqual(first.mails);
    });
  });
});
