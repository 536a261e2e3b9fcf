import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What a test mail server took over. */
export type Received = { recipients: string[]; raw: string; mail: ParsedMail };

/** A real SMTP server on the loopback, which keeps what it gets. */
export type TestMailServer = {
  url: string;
  received: Received[];
  /** Refuses the recipients that it returns a reply for, such as `550 no such box`. */
  refuse: (recipient: string) => string | undefined;
  stop(): Promise<void>;
};

/** Starts a mail server on a port of the system's choice. */
export async function startMailServer(): Promise<TestMailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const refusal = kit.refuse(address);
      if (refusal === undefined) return callback();
      callback(Object.assign(new Error(refusal.slice(4)), { responseCode: Number(refusal.slice(0, 3)) }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        simpleParser(bytes).then((mail) => {
          received.push({ recipients, raw: bytes.toString('latin1'), mail });
          callback();
        }, callback);
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const kit: TestMailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: () => undefined,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return kit;
}
