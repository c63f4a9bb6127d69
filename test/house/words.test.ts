/**
 * Keeps one word for one thing, the standard one: replaced names and idioms do not come back. Each entry has the
 * standard word beside it. An everyday word in its everyday sense is allowed: patterns are as narrow as that takes.
 */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {filesIn, textOf} from './support/files.js';

type Rule = readonly [old: RegExp, standard: string, only?: RegExp];

const CODE = /\.(?:[mc]?[jt]sx?|vue|svelte|html)$/;
const PROXY = /^(?:src|test)\/proxy\//;
const SANDBOX = /^(?:src|test)\/sandbox\//;

const NAMES: readonly Rule[] = [
  [/\bAskEvent\b|\bcr-ask\b|\bask-event\b|\bonAsk\b|\bask\(|\bisHeard\b/, 'dispatchAction, ActionEvent'],
  [/\btell[A-Z]\w*|[#.]told\b|\btold:/, 'report, emit, reportedKeys', CODE],
  [/\btrouble\b|\bonTrouble\b/, 'trackingError, onTrackingError', CODE],
  [/\b(?:Payment)?Wish\b|\bwish(?:es|ed)?\b/, 'preference, PaymentPreference', CODE],
  [/\bleftOrder\b|LeftOrder\b/, 'backgroundOrder'],
  [/\bOrderWatch\b|\border-watch\b/, 'OrderTracker'],
  [/\bSteadyStream\b|\bsteady-stream\b/, 'ReconnectingEventSource'],
  [/\bisProven\b|\bisRestless\b|\bhurry\(/, 'isHealthy, isFlapping, reconnectNow', CODE],
  [
    /\b(?:PULSE|AGAIN|HIDDEN_PACE|STALE|SOON)\b/,
    'HEALTHY_POLL, RETRY_STEP, HIDDEN_POLL, MIN_POLL_GAP, WAKE_GAP',
  ],
  [/\bhasten\b|\bgist\b/, 'scheduleRead, stateKey'],
  [/\bwithNotedAttempts\b|\bnoted-attempts\b/, 'withResumableOrders'],
  [/\bOrderMemory\b|\border-memory\b/, 'OrderStorage'],
  [/\bpresent\(|(?<![\w.'])attempt\(/, 'omitEmpty(), tryOrUndefined()', CODE],
  [/\b(?:textOf|rowsOf)\b|\bReader</, 'zod schemas', /^src\/api\//],
  [/'(?:seen|held)'/, 'detected, onHold', /^(?:src|test)\/(?:domain|controllers|elements|templates|api)\//],
  [/\boddity\b/, 'paymentIssue'],
  [/\bAsked\b|\bWanted\b/, 'PaymentUri, ExpectedPayment, ProxyRequest', CODE],
  [/\bfolded\b|\bspeaksOfAnother\b/, 'normalizeAddress, isForAnotherPayment', CODE],
  [
    /\bcr-instruction\b|\bcr-review\b(?!-step)|\bCrInstruction\b|\bCrReview\b/,
    'cr-payment-details, cr-review-step',
  ],
  [/\bGiven\b|\bAnswer\b|\bCall\b|\bStage\b/, 'RawResponse, ProxyResponse, Context, Middleware', PROXY],
  [/\bLeaving\b|\bbuyerOf\b|\bsilence\b/, 'ClientSignal, rateLimitKey, failure', PROXY],
  [
    /\bClaim\b|\breread-?cache\b|\bkept-?answer\b|\bpatience\b/i,
    'Reservation, swr-cache, cached-response, maxWait',
    PROXY,
  ],
  [/\bPackers?\b|\bpacked\b/, 'Encoders, compressed', /^(?:src|test)\/(?:proxy|bench)\//],
  [/\bspoil\w*|\bbefalls\b|\bSpeech\b/i, 'applyFault, appliesTo, FaultyStream', SANDBOX],
  [/\bbasket\b|\bproblem-?[wW]ish\b/, 'orderRequest, problemScenario', SANDBOX],
];

const IDIOMS: readonly Rule[] = [
  [/\bnobody\b/i, 'no one is not a subject: name what happens'],
  [/\bnothing where\b/i, '`undefined` if'],
  [/\bhand(?:s|ed)? in\b/i, 'passes'],
  [/\bas if it were\b/i, 'like'],
  [/\bwish(?:es|ed)?\b/i, 'preference', /\.md$/],
  [/\b(?:heard|told)\b/i, 'received, reported'],
  [/^\s*(?:\/\*\*|\*|\/\/) What is\b.*/, 'begin with a verb, or name the thing', /^src\//],
];

/** Places where an old word stays, each with the reason. */
const EXCEPTIONS: readonly (readonly [file: RegExp, text: string, reason: string])[] = [
  [
    /^src\/proxy\/(?:validate-options|cli\/options)\.ts$|^test\/proxy\/validate-options/,
    'nobody can guess',
    'the public message of a proxy without a secret',
  ],
];

/** Files with the project's own words: texts for buyers and answers of the API are others'. */
const files = filesIn('src', 'test', 'docs', 'demo', 'scripts', 'README.md', 'CONTRIBUTING.md').filter(
  file => !/^src\/locales\/|^test\/samples\/|^test\/house\/words/.test(file),
);

for (const [what, rules] of [
  ['names', NAMES],
  ['idioms', IDIOMS],
] as const) {
  test(`replaced ${what} do not come back`, t => {
    const found = files.flatMap(file => findIn(file, rules));
    const folders = found.map(place => /^(?:src|test)\/\w+|^[^/:]+/.exec(place)?.[0] ?? '');
    const counts = grouped(folders);
    t.diagnostic(
      [...counts]
        .map(([folder, {length}]) => `${folder} ${length}`)
        .sort()
        .join(', '),
    );
    assert.equal(found.length, 0, `${found.length} places, among them:\n${found.slice(0, 40).join('\n')}`);
  });
}

/** Returns a line for each place of a file where a rule finds something: `file:line: old -> standard`. */
function findIn(file: string, rules: readonly Rule[]): readonly string[] {
  const lines = textOf(file).split('\n');
  return rules
    .filter(([, , only]) => !only || only.test(file))
    .flatMap(([old, standard]) =>
      lines.flatMap((line, at) => {
        const [match] = old.exec(withoutExceptions(file, line)) ?? [];
        return match === undefined ? [] : [`${file}:${at + 1}: ${match.trim()} -> ${standard}`];
      }),
    );
}

function withoutExceptions(file: string, line: string): string {
  return EXCEPTIONS.filter(([place]) => place.test(file)).reduce(
    (rest, [, text]) => rest.replace(text, ''),
    line,
  );
}

function grouped(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(name, [...(groups.get(name) ?? []), name]);
  return groups;
}
