/** What the measured servers run with; the seed seals mails and sessions with the same secret. */
export const SETTINGS = {
  AUTH_SECRET: 'a secret that is for measuring only',
  PORT: '0',
  LOG_LEVEL: 'warn',
  ...Object.fromEntries(
    ['CREATE', 'RETRIEVE', 'DOWNLOAD', 'OTHER'].map((group) => [`RATE_LIMIT_${group}_PER_MINUTE`, '1000000']),
  ),
};
