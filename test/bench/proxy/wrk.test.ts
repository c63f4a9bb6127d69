import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readReport} from './wrk.mjs';

const report = (p99: string, rest = '') => `Running 6s test @ http://127.0.0.1:4999
  1 threads and 64 connections
  Latency Distribution
     50%    1.61ms
     99%  ${p99}
  199036 requests in 5.02s, 6.68GB read
${rest}Requests/sec:  39664.51
Transfer/sec:      1.33GB
`;

test('what wrk prints is read as numbers, the time in milliseconds', () => {
  assert.deepEqual(readReport(report('53.81ms')), {rate: 39664.51, p99: 53.81, requests: 199036});
  assert.equal(readReport(report('500.00us')).p99, 0.5);
  assert.equal(readReport(report('2.25s')).p99, 2250);
});

test('answers that are errors make no figure', () => {
  assert.throws(() => readReport(report('1.00ms', '  Non-2xx or 3xx responses: 7\n')), /responses: 7/);
  assert.throws(
    () => readReport(report('1.00ms', '  Socket errors: connect 0, read 3, write 0, timeout 0\n')),
    /read 3/,
  );
});
