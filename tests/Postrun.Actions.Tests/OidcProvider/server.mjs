// Two issuers on this machine: one that introspects, and one that does not. Writes their addresses as a line of JSON, and ends with its standard input.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const secret = process.env.CLIENT_SECRET;
const client = (client_id, token_endpoint_auth_method, rest) => ({
  client_id,
  token_endpoint_auth_method,
  grant_types: ['client_credentials', 'authorization_code', 'refresh_token'],
  redirect_uris: ['https://run.example/back'],
  ...rest,
});

async function start(introspects) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      client('basic+run 1', 'client_secret_basic', { client_secret: secret }),
      client('post-run', 'client_secret_post', { client_secret: secret }),
      client('other-run', 'client_secret_basic', { client_secret: secret }),
      client('public-run', 'none', { grant_types: ['authorization_code', 'refresh_token'] }),
    ],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      introspection: { enabled: introspects },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({ scope: 'read', audience: 'urn:models', accessTokenFormat: 'jwt', accessTokenTTL: 3600 }),
      },
    },
  });
  // What a person's consent would lead to, without the person: a token of the kind, issued to the client.
  provider.use(async (ctx, next) => {
    if (ctx.path !== '/issued') return next();
    const { kind, client: clientId } = ctx.query;
    const owner = await provider.Client.find(clientId);
    const grantId = await new provider.Grant({ accountId: 'ana', clientId }).save();
    const token = new provider[kind]({ client: owner, accountId: 'ana', grantId, gty: 'authorization_code', scope: 'openid' });
    ctx.body = await token.save();
  });
  server.on('request', provider.callback());
  return issuer;
}

console.log(JSON.stringify({ introspecting: await start(true), silent: await start(false) }));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
