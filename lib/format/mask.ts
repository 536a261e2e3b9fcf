/**
 * An e-mail address that its owner recognises and others cannot use: `j•••e@yopmail.com`. The number of dots tells
 * nothing of the length. What is no address comes back as dots alone.
 */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '•••';
  const name = [...email.slice(0, at)];
  const last = name.length > 2 ? name.at(-1) : '';
  return `${name[0]}•••${last}${email.slice(at)}`;
}

/** A phone number by its last digits: `•••• 4567`. Short numbers are hidden whole. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length > 6 ? `•••• ${digits.slice(-4)}` : '••••';
}
