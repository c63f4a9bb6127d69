import {type RouteName, routes} from '../../routes.js';
import {isCount, isRecord} from '../support/json-values.js';
import {appliesTo, type Fault, faultKinds} from './fault.js';

const counts = ['times', 'lasts', 'skip', 'status', 'retryAfter', 'resetAfter', 'milliseconds'] as const;

/** Parses the body of `POST /sandbox/faults`; returns a sentence when it is invalid. */
export function readFault(body: unknown): Fault | string {
  if (!isRecord(body)) return 'The body must be a JSON object.';
  const kind = faultKinds.find(each => each === body.fault);
  if (!kind) return `fault must be one of ${faultKinds.join(', ')}.`;
  const names = body.routes ?? [];
  if (!Array.isArray(names) || !names.every(isRouteName)) {
    return `routes must be a list of ${Object.keys(routes).join(', ')}.`;
  }
  const wrong = counts.find(key => body[key] !== undefined && !isCount(body[key]));
  if (wrong) return `${wrong} must be a whole number.`;
  const status = body.status ?? 503;
  if (Number(status) < 400 || Number(status) > 599) return 'status must be from 400 to 599.';
  if (body.when !== undefined && body.when !== 'before' && body.when !== 'after')
    return 'when must be before or after.';
  const fault: Fault = {...body, fault: kind, routes: names};
  return names.length === 0 || names.some(name => appliesTo(fault, name))
    ? fault
    : `${kind} does not apply to ${names.join(', ')}.`;
}

function isRouteName(value: unknown): value is RouteName {
  return typeof value === 'string' && Object.hasOwn(routes, value);
}
