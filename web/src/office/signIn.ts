/** Signing in through an identity provider comes back to the sign-in page with the code of its refusal in the address. */
const SENTENCES = new Map([
  ['access.oidc-failed', 'session.providerFailed'],
  ['access.oidc-nobody', 'session.providerNobody'],
]);

/** The key of the sentence for `?refused=CODE`; a code these pages do not know is still a refusal. */
export function providerRefusal(code: unknown): string | null {
  if (typeof code !== 'string' || code === '') return null;
  return SENTENCES.get(code) ?? 'session.providerRefused';
}
