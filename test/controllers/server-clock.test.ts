import {expect} from '@open-wc/testing';

import {ServerClock} from '../../src/controllers/server-clock.js';
import {FakeClock, START} from './support.js';

const second = 1000;
const hour = 3600 * second;

function open() {
  const device = new FakeClock();
  return {device, clock: new ServerClock(device.now)};
}

describe('the server’s clock', () => {
  it('is the device’s until a server time arrives', () => {
    expect(open().clock.now()).to.equal(START);
  });

  it('goes on with the device', () => {
    const {device, clock} = open();
    clock.learn(START + hour, true);
    device.time += 5 * second;
    expect(clock.now()).to.equal(START + hour + 5 * second);
  });

  it('believes the answer that came soonest, not one that was long on its way', () => {
    const {clock} = open();
    clock.learn(START + hour, true);
    clock.learn(START + hour - 8 * second, true);
    clock.learn(START + hour - 600 * second);
    expect(clock.now()).to.equal(START + hour);
    clock.learn(START + hour + second);
    expect(clock.now()).to.equal(START + hour + second);
  });

  it('follows a device whose clock is set, in either direction', () => {
    for (const jump of [hour, -hour]) {
      const {device, clock} = open();
      clock.learn(START, true);
      device.time += jump;
      clock.learn(START + second, true);
      expect(clock.now()).to.equal(START + second);
    }
  });
});
