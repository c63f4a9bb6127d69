import {expect} from '@open-wc/testing';

import {type PollConditions, PollSchedule, pollInterval} from '../../src/controllers/poll-schedule.js';

const second = 1000;

const usual: PollConditions = {
  quietFor: 0,
  isBackground: false,
  isOver: false,
  isStreamHealthy: false,
  isStreamFlapping: false,
  isPageHidden: false,
};

describe('the interval between reads', () => {
  const quiet = {quietFor: 121 * second};
  const cases: readonly [string, Partial<PollConditions>, number, seconds: number][] = [
    ['without a stream', {}, 0, 5],
    ['without a stream, after failures', {}, 3, 5],
    ['beside a flapping stream', {isStreamFlapping: true}, 0, 9],
    ['of a quiet order', quiet, 0, 10],
    ['two minutes after a change', {quietFor: 120 * second}, 0, 5],
    ['in a hidden tab', {isPageHidden: true}, 0, 30],
    ['beside a healthy stream', {isStreamHealthy: true}, 0, 60],
    ['beside a healthy stream, after a failure', {isStreamHealthy: true}, 1, 10],
    ['beside a healthy stream, after many failures', {isStreamHealthy: true}, 9, 60],
    ['beside a healthy stream, in a hidden tab', {isStreamHealthy: true, isPageHidden: true}, 0, 60],
    ['of an order that has just ended', {isOver: true}, 0, 5],
    ['of an order that ended long ago', {isOver: true, ...quiet}, 0, 60],
    ['of an order in the background', {isBackground: true}, 5, 60],
  ];
  for (const [what, conditions, failures, seconds] of cases) {
    it(`${what} is ${seconds} s`, () => {
      expect(pollInterval({...usual, ...conditions}, failures)).to.equal(seconds * second);
    });
  }
});

describe('a schedule of reads', () => {
  /** Makes a schedule after a successful read, 100 s after its clock began. */
  function schedule() {
    const clock = {time: 100 * second};
    const reads = new PollSchedule(() => clock.time);
    reads.beginRead();
    reads.endRead({isAnswered: true});
    return {clock, reads, left: () => reads.timeLeft(usual) / second};
  }

  it('counts from the end of an answered read', () => {
    const {clock, reads, left} = schedule();
    clock.time += 5 * second;
    reads.beginRead();
    clock.time += 3 * second;
    reads.endRead({isAnswered: true});
    expect(left()).to.equal(5);
  });

  it('counts from the request of a failed read', () => {
    const {clock, reads, left} = schedule();
    clock.time += 5 * second;
    reads.beginRead();
    clock.time += 3 * second;
    reads.endRead({isAnswered: false});
    expect(left()).to.equal(2);
  });

  it('takes the sooner of two scheduled reads, and drops them with a read', () => {
    const {reads, left} = schedule();
    reads.scheduleRead(second);
    reads.scheduleRead(3 * second);
    expect(left()).to.equal(1);
    reads.beginRead();
    expect(left()).to.equal(5);
  });

  it('is paused for as long as a response requests, else longer with each throttled read', () => {
    const {reads, left} = schedule();
    reads.countFailure({code: 'rate_limited', retryAfter: 45 * second});
    reads.scheduleRead(second);
    expect(left()).to.equal(45);
    reads.countFailure({code: 'rate_limited', retryAfter: undefined});
    expect(left()).to.equal(20);
    reads.countFailure({code: 'network_error', retryAfter: undefined});
    expect([left(), reads.failures]).to.deep.equal([1, 3]);
  });
});
