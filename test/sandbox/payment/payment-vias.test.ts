import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createHarness} from '../harness.js';

interface Network {
  readonly name: string;
  readonly threshold: unknown;
  readonly is_suspended: boolean;
  readonly chain_id?: number;
  readonly smart_contract: {address: string; decimals: number; symbol: string} | null;
}
interface Via {
  readonly name: string;
  readonly available: boolean;
  readonly currencies: readonly {name: string; is_suspended: boolean; networks: readonly Network[]}[];
}

const vias = async () => (await createHarness().get<Via[]>('/v3/payment_vias')).body;
const wallet = async () => (await vias()).find(via => via.name === 'USER_WALLET')?.currencies ?? [];

test('one of several vias is a wallet', async () => {
  assert.deepEqual(
    (await vias()).map(({name}) => name),
    ['USER_WALLET', 'GATE_PAY', 'KUCOIN_PAY', 'BUYDL'],
  );
  assert.ok((await vias()).some(via => !via.available));
});

test('coins have the networks that the API documents', async () => {
  const networks = Object.fromEntries(
    (await wallet()).map(coin => [coin.name, coin.networks.map(({name}) => name)]),
  );
  assert.deepEqual(networks.BTC, ['Mainnet', 'Lightning']);
  assert.deepEqual(networks.ETH, ['ETH Mainnet']);
  assert.deepEqual(networks.USDC?.toSorted(), [
    'Arbitrum',
    'Base',
    'ETH Mainnet',
    'Polygon (Matic)',
    'Solana',
  ]);
  assert.deepEqual(networks.USDT, ['Tron', 'Polygon (Matic)', 'ETH Mainnet', 'Ton', 'Solana']);
  assert.deepEqual([networks.GRAM, networks.SOL, networks.LTC], [['Ton'], ['Solana'], ['Mainnet']]);
  assert.deepEqual([networks.DOGE, networks.TRX, networks.SUI], [['Mainnet'], ['Tron'], ['Sui']]);
  assert.deepEqual(networks.DAI, ['Polygon (Matic)', 'ETH Mainnet', 'Base']);
});

test('one coin and one network are suspended', async () => {
  assert.deepEqual(
    (await wallet()).filter(coin => coin.is_suspended).map(({name}) => name),
    ['EUROC'],
  );
  const networks = (await wallet()).flatMap(coin =>
    coin.networks.map(network => ({coin: coin.name, ...network})),
  );
  assert.deepEqual(
    networks.filter(network => network.is_suspended).map(({coin, name}) => [coin, name]),
    [['DAI', 'Base']],
  );
});

test('thresholds are decimal strings and contracts the public ones', async () => {
  const usdc = (await wallet()).find(coin => coin.name === 'USDC')?.networks ?? [];
  assert.ok(usdc.every(({threshold}) => typeof threshold === 'string' && /^\d+\.\d{15}$/.test(threshold)));
  const base = usdc.find(({name}) => name === 'Base');
  assert.equal(base?.chain_id, 8453);
  assert.deepEqual(base?.smart_contract, {
    engine: 'EVM',
    address: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
    decimals: 6,
    symbol: 'USDC',
  });
  const dai = (await wallet()).find(coin => coin.name === 'DAI')?.networks[0];
  assert.equal(dai?.smart_contract?.decimals, 18);
});

test('every EVM network has its chain id, and every token its contract', async () => {
  const natives = ['BTC', 'ETH', 'SOL', 'LTC', 'DOGE', 'TRX', 'GRAM', 'SUI'];
  const ids: Record<string, number> = {
    'ETH Mainnet': 1,
    'BNB Smart Chain': 56,
    'Polygon (Matic)': 137,
    'World Chain': 480,
    Base: 8453,
    Arbitrum: 42161,
  };
  for (const coin of await wallet()) {
    for (const {name, chain_id, smart_contract} of coin.networks) {
      assert.equal(chain_id, ids[name], name);
      assert.equal(smart_contract === null, natives.includes(coin.name), `${coin.name} on ${name}`);
    }
  }
});
