import type {Duplex} from 'node:stream';
import type {RouteName} from '../../src/routes.js';
import type {ChaosTime} from './time.js';

/** Describes a request that arrives at the chaos proxy. */
export interface ChaosRequest {
  /** Route of the API, or `page` for anything else: documents, scripts. */
  readonly route: RouteName | 'page';
  /** Number of the request among those of its route, from 1. */
  readonly nth: number;
}

/** Changes a response's bytes in transit. An error in it breaks the connection. */
export type Pipe = (time: ChaosTime) => Duplex;

/** Effect on one request. */
export type Mishap =
  /** Responds by itself: the request never reaches the target. */
  | {readonly type: 'answer'; readonly status: number; readonly headers?: Headers; readonly body?: string}
  /** Never responds: the request never reaches the target. */
  | {readonly type: 'hang'}
  /** Lets the target respond, and breaks the connection before the response comes through. */
  | {readonly type: 'lose'}
  /** Delays the response by this many milliseconds. */
  | {readonly type: 'late'; readonly milliseconds: number}
  /** Breaks this connection, and refuses all others for so many milliseconds. */
  | {readonly type: 'away'; readonly milliseconds: number}
  /** Changes the response. `holdsHeaders` sends its headers with the first byte instead of at once. */
  | {readonly type: 'pipe'; readonly pipe: Pipe; readonly headers?: Headers; readonly holdsHeaders?: boolean};

type Headers = Readonly<Record<string, string>>;

/** Describes one kind of network failure. */
export interface Fault {
  readonly name: string;
  /** The failure in one sentence. */
  readonly story: string;
  /** Returns the effect on this request; `undefined` if it is spared. */
  befall(request: ChaosRequest): Mishap | undefined;
  /** Whether the stream stays healthy, so that few requests are made beside it. */
  readonly sparesStream?: boolean;
  /** Whether the page is frozen while the order changes. */
  readonly sleeps?: boolean;
}

/** Orders the effects on one request: those that keep the response away come before those that change it. */
export function befallen(faults: readonly Fault[], request: ChaosRequest): readonly Mishap[] {
  const mishaps = faults.flatMap(fault => fault.befall(request) ?? []);
  const fatal = mishaps.find(({type}) => type !== 'pipe' && type !== 'late');
  return fatal ? [fatal] : mishaps;
}
