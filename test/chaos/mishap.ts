import type {Duplex} from 'node:stream';
import type {RouteName} from '../../src/routes.js';
import type {ChaosTime} from './time.js';

/** A request as the chaos proxy sees it arrive. */
export interface ChaosRequest {
  /** `page` is whatever is no call of the API: documents, scripts. */
  readonly route: RouteName | 'page';
  /** Counts the requests of the route from 1. */
  readonly nth: number;
}

/** Changes an answer's bytes on their way. An error of it breaks the connection off. */
export type Pipe = (time: ChaosTime) => Duplex;

/** What happens to one request. */
export type Mishap =
  /** Answered here: the target never hears of it. */
  | {readonly type: 'answer'; readonly status: number; readonly headers?: Headers; readonly body?: string}
  /** No answer, and the target never hears of it. */
  | {readonly type: 'hang'}
  /** The target answers, and the connection breaks before the answer comes through. */
  | {readonly type: 'lose'}
  /** The answer comes this many milliseconds late. */
  | {readonly type: 'late'; readonly milliseconds: number}
  /** Breaks this connection, and refuses all others for so many milliseconds. */
  | {readonly type: 'away'; readonly milliseconds: number}
  /** The answer comes through, changed. Headers go with the first byte unless `flush` says at once. */
  | {readonly type: 'pipe'; readonly pipe: Pipe; readonly headers?: Headers; readonly holdsHeaders?: boolean};

type Headers = Readonly<Record<string, string>>;

/** Something that goes wrong on the way, in a way of its own. */
export interface Fault {
  readonly name: string;
  /** What happens, in a sentence. */
  readonly story: string;
  /** What happens to this request, if anything does. */
  befall(request: ChaosRequest): Mishap | undefined;
  /** The stream goes on as it should: few requests are made beside it. */
  readonly sparesStream?: boolean;
  /** The page is frozen while the order changes. */
  readonly sleeps?: boolean;
}

/** What happens to one request of all that could: what keeps the answer away comes before what changes it. */
export function befallen(faults: readonly Fault[], request: ChaosRequest): readonly Mishap[] {
  const mishaps = faults.flatMap(fault => fault.befall(request) ?? []);
  const fatal = mishaps.find(({type}) => type !== 'pipe' && type !== 'late');
  return fatal ? [fatal] : mishaps;
}
