import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A mail's content in both its forms. */
export type MailBody = { text: string; html: string };

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;

/**
 * Encrypts a body by AES-256-GCM: format byte, nonce, tag, ciphertext. The mail's id is authenticated with it, so that a
 * sealed body moved to another mail's row does not open.
 */
export function sealBody(key: Buffer, mailId: string, body: MailBody): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(mailId));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(body), 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), ciphertext]);
}

/** Opens what {@link sealBody} sealed. Throws when the key, the mail or a single bit is another one. */
export function openBody(key: Buffer, mailId: string, sealed: Buffer): MailBody {
  if (sealed.length < OVERHEAD || sealed[0] !== FORMAT) throw new Error('This is no sealed mail body');
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(mailId));
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, OVERHEAD));
  const plain = Buffer.concat([decipher.update(sealed.subarray(OVERHEAD)), decipher.final()]);
  return JSON.parse(plain.toString('utf8')) as MailBody;
}

function associated(mailId: string): Buffer {
  return Buffer.from(`mail:${mailId}`, 'utf8');
}
