import type {RouteName} from '../../src/routes.js';
import type {ChaosRequest, Fault, Mishap} from './mishap.js';
import {buffer, cutAfter, eachEvent, firstHalf, gzip, isMessage} from './pipes.js';

/** Routes with a JSON response: all but the stream and the page itself. */
type Call = Exclude<RouteName, 'subscribeOrder'>;

const isStream = ({route}: ChaosRequest) => route === 'subscribeOrder';
const isCall = ({route}: ChaosRequest): boolean => route !== 'subscribeOrder' && route !== 'page';
const isRoute = ({route}: ChaosRequest, ...names: readonly Call[]) => names.some(name => name === route);

/**
 * Applies a mishap to the stream always, to every second read of an order, and to the first call of each other route.
 */
function often(mishap: Mishap): Fault['befall'] {
  return request => {
    if (isStream(request)) return mishap;
    if (isRoute(request, 'getOrder')) return request.nth % 2 === 0 ? mishap : undefined;
    return isCall(request) && request.nth === 1 ? mishap : undefined;
  };
}

function onStream(mishap: Mishap): Fault['befall'] {
  return request => (isStream(request) ? mishap : undefined);
}

const page = '<!doctype html><title>Please wait</title><h1>We will be right back</h1>';
const html = {'content-type': 'text/html'};
const json = {'content-type': 'application/json'};
const busy = '{"error":{"code":"rate_limited","message":"Too many requests"}}';

const junk = [
  'data: not JSON at all',
  'data: {"order_id":7,"order_state":{"a":[]},"deliveries":"none"}',
  'data: null',
  'data: {"order_id":"00000000-0000-4000-8000-000000000000"}',
  `data: ${'x'.repeat(4096)}`,
  'event: surprise\ndata: {"order_state":"Done"}',
  'event: heartbeat\ndata:',
  ': a comment',
  'data: \u0000\ufffd{"',
];

/** All faults of the bench; any of them can be combined. */
export const faults: readonly Fault[] = [
  {name: 'none', story: 'Nothing goes wrong.', sparesStream: true, befall: () => undefined},
  {
    name: 'buffered',
    story: 'A proxy holds the stream back, headers and all.',
    befall: onStream({type: 'pipe', pipe: buffer, holdsHeaders: true}),
  },
  {
    name: 'gzipped',
    story: 'A proxy compresses the stream and keeps what is small in its compressor.',
    befall: onStream({type: 'pipe', pipe: gzip, headers: {'content-encoding': 'gzip'}}),
  },
  ...[0, 1, 10].map(
    (seconds): Fault => ({
      name: `cut-${seconds}`,
      story: `The stream breaks off after ${seconds} s, each time.`,
      befall: onStream({type: 'pipe', pipe: cutAfter(seconds * 1000)}),
    }),
  ),
  {
    name: '502',
    story: 'The stream, every second read and the first of each other call are answered with 502.',
    befall: often({type: 'answer', status: 502, headers: html, body: page}),
  },
  {
    name: '429',
    story: 'The same with 429, and nothing about when to come back.',
    befall: often({type: 'answer', status: 429, headers: json, body: busy}),
  },
  {
    name: '429-wait',
    story: 'The same with 429 and Retry-After: 7.',
    befall: often({type: 'answer', status: 429, headers: {...json, 'retry-after': '7'}, body: busy}),
  },
  {
    name: '403',
    story: 'The same with 403, as a firewall answers.',
    befall: often({type: 'answer', status: 403, headers: html, body: page}),
  },
  {
    name: 'html',
    story: 'The same with 200 and a page of HTML, as a captive portal answers.',
    befall: often({type: 'answer', status: 200, headers: html, body: page}),
  },
  {
    name: 'hanging',
    story: 'The stream, every second read and the first of each other call are never answered.',
    befall: often({type: 'hang'}),
  },
  {
    name: 'halved',
    story: 'Every second answer of JSON ends in the middle; every second message of the stream is lost.',
    befall: request => {
      if (isStream(request)) return {type: 'pipe', pipe: eachEvent(everySecond)};
      // Hits the even reads, as elsewhere: in a pair the odd ones still get through.
      const isHalved = isCall(request) && request.nth % 2 === (isRoute(request, 'getOrder') ? 0 : 1);
      return isHalved ? {type: 'pipe', pipe: firstHalf} : undefined;
    },
  },
  {
    name: 'junk',
    story: 'Between the messages of the stream come events that mean nothing.',
    befall: onStream({type: 'pipe', pipe: eachEvent(() => event => [...junk, event, ...junk])}),
  },
  {
    name: 'twice',
    sparesStream: true,
    story: 'Every event of the stream comes three times.',
    befall: onStream({type: 'pipe', pipe: eachEvent(() => event => [event, event, event])}),
  },
  {
    name: 'disorder',
    story: 'After each message of the stream come all older ones again, the newest of them first.',
    befall: onStream({type: 'pipe', pipe: eachEvent(replaying)}),
  },
  {
    name: 'half-messages',
    story: 'Every message of the stream ends in the middle, as if that were all.',
    befall: onStream({
      type: 'pipe',
      pipe: eachEvent(() => event => [isMessage(event) ? event.slice(0, event.length / 2) : event]),
    }),
  },
  {
    name: 'late',
    sparesStream: true,
    story: 'Every second read of the order is answered 4 s late, with what was true then.',
    befall: request =>
      isRoute(request, 'getOrder') && request.nth % 2 === 0 ? {type: 'late', milliseconds: 4000} : undefined,
  },
  {
    name: 'lost',
    sparesStream: true,
    story: 'The first answer to each POST is lost after the API has acted.',
    befall: request =>
      isRoute(request, 'validateOrder', 'createOrder') && request.nth === 1 ? {type: 'lose'} : undefined,
  },
  {
    name: 'away',
    story: 'With the second read of the order everything goes away for a minute.',
    befall: request =>
      isRoute(request, 'getOrder') && request.nth === 2 ? {type: 'away', milliseconds: 60_000} : undefined,
  },
  {
    name: 'asleep',
    story: 'The page is frozen while the order changes.',
    sleeps: true,
    befall: () => undefined,
  },
];

/** Returns a fault by its name; throws if there is none. */
export function faultNamed(name: string): Fault {
  const found = faults.find(fault => fault.name === name);
  if (!found)
    throw new Error(`There is no fault ${name}; there are ${faults.map(fault => fault.name).join(', ')}.`);
  return found;
}

/** Lets heartbeats and the end through, and every second message. */
function everySecond() {
  let count = 0;
  return (event: string) => (isMessage(event) && ++count % 2 === 0 ? [] : [event]);
}

function replaying() {
  const older: string[] = [];
  return (event: string) => {
    if (!isMessage(event)) return [event];
    const said = [event, ...older];
    older.unshift(event);
    return said;
  };
}
