import {createProxy} from 'cr-checkout/proxy';

const {env} = process;
const proxy = createProxy({
  partnerId: env.CRYPTOREFILLS_PARTNER_ID,
  appVersion: '1.0.0',
  secrets: [env.CHECKOUT_SECRET],
  upstream: env.CRYPTOREFILLS_UPSTREAM,
  basePath: '/api',
});

/** Answers an event of a function URL or an HTTP API (format 2.0). Such a function streams nothing: the element polls. */
export async function handler({rawPath, rawQueryString, headers, body, isBase64Encoded, requestContext}) {
  const {method, sourceIp} = requestContext.http;
  if (rawPath.endsWith('/subscribe')) return {statusCode: 404};
  const response = await proxy(
    new Request(`https://${headers.host}${rawPath}?${rawQueryString}`, {
      method,
      headers,
      body: body && (isBase64Encoded ? Buffer.from(body, 'base64') : body),
    }),
    {remoteAddress: sourceIp},
  );
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  };
}
