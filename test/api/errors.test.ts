import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ApiError, asApiError} from '../../src/api/errors.js';

test('an error of another kind is internal_error, and names a missing global but nothing else', () => {
  const missing = asApiError(new ReferenceError('Request is not defined'));
  assert.equal(missing.code, 'internal_error');
  assert.equal(missing.message, 'Request is not defined');
  assert.equal(asApiError(new TypeError('ana@example.com')).message, 'internal_error');
  const own = new ApiError('timeout');
  assert.equal(asApiError(own), own);
});
