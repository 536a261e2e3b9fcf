/** Opens the database before the first request, as the product does. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { database } = await import('@/server/db/client');
  await database();
}
