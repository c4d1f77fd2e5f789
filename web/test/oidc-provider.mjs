// An identity provider for tests and for trying single sign-on by hand: npm oidc-provider with its own login and consent
// forms, which take any login with any password. Never for work.
//
//   node test/oidc-provider.mjs CLIENT_ID CLIENT_SECRET [PORT]
//
// Prints "issuer http://127.0.0.1:PORT" once it answers. Ends when its standard input does, so that it never outlives
// whoever started it. The login "NAME@verified" has the verified e-mail address NAME@example.org, "NAME@unverified" the
// same address unverified, any other login none.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [clientId, clientSecret, port = '0'] = process.argv.slice(2);
if (!clientId || !clientSecret || !/^\d+$/.test(port)) {
  console.error('expected: node test/oidc-provider.mjs CLIENT_ID CLIENT_SECRET [PORT]');
  process.exit(2);
}

function claims(subject) {
  const [name, standing] = subject.split('@');
  return standing === 'verified' || standing === 'unverified'
    ? { sub: subject, email: `${name}@example.org`, email_verified: standing === 'verified' }
    : { sub: subject };
}

const server = createServer();
server.listen(Number(port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        // A native client's loopback address matches whatever the port (RFC 8252, 7.3): the server's is not known yet.
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1/login/oauth2/code/oidc'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (context, subject) => ({ accountId: subject, claims: () => claims(subject) }),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  provider.on('server_error', (context, failure) => console.error(failure));
  server.on('request', provider.callback());
  console.log(`issuer ${issuer}`);
});
process.stdin.resume().on('end', () => process.exit(0));
