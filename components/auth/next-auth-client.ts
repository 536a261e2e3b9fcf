import { refusalOf, type SignInRefusal } from '@/lib/auth/sign-in-refusal';
import { paths } from '@/lib/paths';

/** Signs in by next-auth's credentials; the browser then holds the session's cookie. Undefined when it worked. */
export async function signIn(credentials: {
  email: string;
  password: string;
}): Promise<SignInRefusal | undefined> {
  const answer = await post('/callback/credentials', credentials);
  const code = new URL(answer.url, location.origin).searchParams.get('error');
  return code === null ? undefined : refusalOf(code);
}

/** Ends the browser's session, and has it put on record. */
export async function signOut(): Promise<void> {
  await post('/signout', {});
}

/** next-auth takes a POST only with the token that it has given to this browser. */
async function post(path: string, fields: Record<string, string>): Promise<{ url: string }> {
  const { csrfToken } = (await (await fetch(`${paths.auth}/csrf`)).json()) as { csrfToken: string };
  const response = await fetch(`${paths.auth}${path}`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
  return (await response.json()) as { url: string };
}
