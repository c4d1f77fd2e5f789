import { describe, expect, it } from 'vitest';
import { providerRefusal } from './signIn';

describe('coming back from an identity provider', () => {
  it('says what the provider answered', () => {
    expect(providerRefusal('access.oidc-nobody')).toBe('session.providerNobody');
    expect(providerRefusal('access.oidc-failed')).toBe('session.providerFailed');
  });

  it('calls an unknown code a refusal and no code nothing', () => {
    expect(providerRefusal('constructor')).toBe('session.providerRefused');
    expect(providerRefusal('')).toBeNull();
    expect(providerRefusal(undefined)).toBeNull();
    expect(providerRefusal(['a', 'b'])).toBeNull();
  });
});
