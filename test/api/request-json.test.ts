import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {ApiError, type ErrorCode} from '../../src/api/errors.js';
import {type Fetch, requestJson} from '../../src/api/request-json.js';
import {silentFetch} from './fake-fetch.js';

const send = (fetch: Fetch, {signal = new AbortController().signal, timeout = 10_000} = {}) =>
  requestJson(['https://proxy.test/v2/brands', {}], {fetch, signal, timeout});

async function failure(asked: Promise<unknown>): Promise<ApiError> {
  const error = await asked.then(
    () => assert.fail('it answered'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ApiError, String(error));
  return error;
}

const answers =
  (body: string, init: ResponseInit = {}): Fetch =>
  async () =>
    new Response(body, init);

test('JSON of any shape is answered as it is', async () => {
  for (const body of ['{"a":1}', '[]', 'null', '5', '"text"'])
    assert.deepEqual(await send(answers(body)), JSON.parse(body));
});

const html = '<!doctype html><title>Oops</title>';
const refusals: readonly {
  name: string;
  status: number;
  body?: string;
  headers?: Record<string, string>;
  code: ErrorCode;
  retryAfter?: number;
  problems?: readonly string[];
}[] = [
  {name: 'HTML with 200', status: 200, body: html, code: 'response_invalid'},
  {name: 'nothing with 200', status: 200, code: 'response_invalid'},
  {name: 'half an answer', status: 200, body: '{"a":', code: 'response_invalid'},
  {name: 'HTML with 500', status: 500, body: html, code: 'server_error'},
  {name: 'a bad gateway', status: 502, body: '{"error":{"code":"bad_gateway"}}', code: 'server_error'},
  {name: 'a pause', status: 503, headers: {'retry-after': '7'}, code: 'server_error', retryAfter: 7000},
  {name: 'HTML with 404', status: 404, body: html, code: 'not_found'},
  {name: 'not found', status: 404, body: '{"error":{"code":"not_found"}}', code: 'not_found'},
  {name: 'a bad request', status: 400, body: '{"detail":"no family"}', code: 'request_refused'},
  {name: 'no permission', status: 401, code: 'request_refused'},
  {name: 'throttling', status: 429, code: 'rate_limited'},
  {
    name: 'throttling for seconds',
    status: 429,
    headers: {'retry-after': '30'},
    code: 'rate_limited',
    retryAfter: 30_000,
  },
  {
    name: 'throttling until a date',
    status: 429,
    headers: {'retry-after': 'Mon, 21 Sep 2026 14:14:20 GMT', date: 'Mon, 21 Sep 2026 14:13:20 GMT'},
    code: 'rate_limited',
    retryAfter: 60_000,
  },
  {
    name: 'throttling until a date that has passed',
    status: 429,
    headers: {'retry-after': 'Mon, 21 Sep 2026 14:13:20 GMT', date: 'Mon, 21 Sep 2026 14:14:20 GMT'},
    code: 'rate_limited',
    retryAfter: 0,
  },
  {
    name: 'throttling until a reset',
    status: 429,
    headers: {'x-ratelimit-reset': '1790000045', date: 'Mon, 21 Sep 2026 14:13:20 GMT'},
    code: 'rate_limited',
    retryAfter: 45_000,
  },
  {
    name: 'throttling until a reset by an unknown clock',
    status: 429,
    headers: {'x-ratelimit-reset': '1790000045'},
    code: 'rate_limited',
  },
  {
    name: 'throttling until nonsense',
    status: 429,
    headers: {'retry-after': 'later', date: 'Mon, 21 Sep 2026 14:13:20 GMT'},
    code: 'rate_limited',
  },
  {
    name: 'throttling for ever, which no timer can wait,',
    status: 429,
    headers: {'retry-after': '99999999999'},
    code: 'rate_limited',
    retryAfter: 3_600_000,
  },
  {
    name: 'throttling until the end of days',
    status: 429,
    headers: {'retry-after': 'Mon, 21 Sep 2099 14:13:20 GMT', date: 'Mon, 21 Sep 2026 14:13:20 GMT'},
    code: 'rate_limited',
    retryAfter: 3_600_000,
  },
  {name: 'a block', status: 403, body: html, code: 'rate_limited'},
  {
    name: 'problems with 400',
    status: 400,
    body: '{"problems":[{"problem":"OUT_OF_STOCK"},{"problem":"KYC_MISSING","moreDetails":{}}]}',
    code: 'order_problems',
    problems: ['OUT_OF_STOCK', 'KYC_MISSING'],
  },
  {
    name: 'problems with 422',
    status: 422,
    body: '{"problems":[{"problem":"SUSPENDED_COIN"}]}',
    code: 'order_problems',
    problems: ['SUSPENDED_COIN'],
  },
  {
    name: 'a code in detail',
    status: 422,
    body: '{"detail":"LOGIN_REQUIRED"}',
    code: 'order_problems',
    problems: ['LOGIN_REQUIRED'],
  },
  {
    name: 'problems beside a code in detail',
    status: 422,
    body: '{"detail":"INVALID_REQUEST","problems":[{"problem":"KYC_PENDING"}]}',
    code: 'order_problems',
    problems: ['KYC_PENDING'],
  },
  {
    name: 'a code that our proxy passed on',
    status: 422,
    body: '{"error":{"code":"LOGIN_REQUIRED","message":"x","requestId":"1"}}',
    code: 'order_problems',
    problems: ['LOGIN_REQUIRED'],
  },
  {
    name: 'a code of an error that is none of the order',
    status: 404,
    body: '{"error":{"code":"ORDER_NOT_FOUND"}}',
    code: 'not_found',
  },
  {name: 'empty problems', status: 422, body: '{"problems":[]}', code: 'request_refused'},
  {name: 'null problems', status: 400, body: '{"problems":null}', code: 'request_refused'},
  {name: 'a sentence in detail', status: 422, body: '{"detail":"Login required"}', code: 'request_refused'},
  {name: 'a word in detail', status: 422, body: '{"detail":"ERROR"}', code: 'request_refused'},
  {name: 'null', status: 400, body: 'null', code: 'request_refused'},
  {name: 'a list', status: 400, body: '[]', code: 'request_refused'},
];

for (const {name, status, body = '', headers = {}, code, retryAfter, problems = []} of refusals) {
  test(`${name} is ${code}`, async () => {
    const error = await failure(send(answers(body, {status, headers})));
    assert.equal(error.code, code);
    assert.equal(error.status, status);
    assert.equal(error.retryAfter, retryAfter);
    assert.deepEqual(
      error.problems.map(problem => problem.code),
      problems,
    );
  });
}

describe('without an answer', () => {
  test('a connection that fails is a network error', async () => {
    const cause = new TypeError('fetch failed');
    const error = await failure(send(() => Promise.reject(cause)));
    assert.equal(error.code, 'network_error');
    assert.equal(error.cause, cause);
    assert.equal(error.status, undefined);
  });

  test('a fault of the page’s own fetch is fetch_failed, with its message', async () => {
    const faults: readonly unknown[] = [
      new Error('blocked by a rule'),
      new TypeError('url.startsWith is not a function'),
      new TypeError("Cannot read properties of undefined (reading 'url')"),
      new TypeError('null is not an object (evaluating input.url)'),
      new ReferenceError('token is not defined'),
      'no',
    ];
    for (const fault of faults) {
      const error = await failure(send(() => Promise.reject(fault)));
      assert.equal(error.code, 'fetch_failed');
      assert.ok(
        error.message.endsWith(fault instanceof Error ? fault.message : String(fault)),
        error.message,
      );
    }
  });

  test('a lost connection is a network error in the words of every engine', async () => {
    for (const message of [
      'Failed to fetch',
      'Load failed',
      'NetworkError when attempting to fetch resource.',
      'The network connection was lost.',
      'cancelled',
      'network error',
    ])
      assert.equal((await failure(send(() => Promise.reject(new TypeError(message))))).code, 'network_error');
  });

  test('is asked with a URL as text and an init, as pages that replace fetch expect', async () => {
    const fetch: Fetch = async (url, init) => {
      assert.equal(typeof url, 'string');
      assert.ok(init?.signal);
      return Response.json({});
    };
    await send(fetch);
  });

  test('a connection that breaks inside the answer is a network error', async () => {
    const body = new ReadableStream({
      pull: controller => controller.error(new TypeError('terminated')),
    });
    const error = await failure(send(async () => new Response(body)));
    assert.equal(error.code, 'network_error');
  });

  test('a request that takes too long is a timeout', async () => {
    const keepAlive = setTimeout(() => {}, 5000);
    const error = await failure(send(silentFetch, {timeout: 5}));
    clearTimeout(keepAlive);
    assert.equal(error.code, 'timeout');
  });

  test('an aborted request ends with the reason of its signal', async () => {
    const life = new AbortController();
    const reason = new Error('the host has left');
    const asked = send(silentFetch, {signal: life.signal});
    life.abort(reason);
    await assert.rejects(asked, error => error === reason);
  });

  test('an answer of a fetch that does not look at its signal is not passed on', async () => {
    const life = new AbortController();
    const reason = new Error('the host has left');
    const deaf: Fetch = async () => {
      life.abort(reason);
      return Response.json({});
    };
    await assert.rejects(send(deaf, {signal: life.signal}), error => error === reason);
  });

  test('one that was aborted from the start is not even sent', async () => {
    const reason = new Error('the host has left');
    let sent = 0;
    const counting: Fetch = (...given) => {
      sent += 1;
      return silentFetch(...given);
    };
    await assert.rejects(send(counting, {signal: AbortSignal.abort(reason)}), error => error === reason);
    assert.ok(sent <= 1);
  });
});
