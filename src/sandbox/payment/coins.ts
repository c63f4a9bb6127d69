import {chains, type Network} from './networks.js';

/** A coin that the sandbox takes. Prices and spreads are invented; contracts and networks are the public ones. */
export interface Coin {
  readonly name: string;
  /** US dollars for one coin. */
  readonly price: string;
  /** Surcharge of the coin in basis points. */
  readonly spread: number;
  /** Decimal places of a quoted amount. */
  readonly precision: number;
  readonly isSuspended?: boolean;
  /** The first one is used when an order names none. */
  readonly networks: readonly Network[];
}

/** Smallest payments in a token of about a dollar. */
const ethereumThreshold = '5.620991754816402';
const otherThreshold = '0.562099175481640';

/** Describes the chain's own coin. */
function own(chain: keyof typeof chains, method: string, threshold: string): Network {
  return {...chains[chain], method, threshold};
}

/** Describes a token of about a dollar. */
function token(chain: keyof typeof chains, method: string, address: string, decimals = 6): Network {
  const threshold = chain === 'ethereum' ? ethereumThreshold : otherThreshold;
  return {...chains[chain], method, threshold, contract: {address, decimals}};
}

function coin(name: string, traits: Omit<Coin, 'name' | 'networks'>, ...networks: readonly Network[]): Coin {
  return {name, ...traits, networks};
}

/** The coins, in the order of the listing. To add one, add a row. */
export const coins: readonly Coin[] = [
  coin(
    'USDC',
    {price: '1', spread: 30, precision: 2},
    token('polygon', 'USDC-MATIC', '0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359'),
    token('solana', 'USDC-SOLANA', 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v'),
    token('base', 'USDC-BASE', '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913'),
    token('arbitrum', 'USDC-ARBITRUM', '0xaf88d065e77c8cC2239327C5EDb3A432268e5831'),
    token('ethereum', 'USDC-ETH', '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48'),
  ),
  coin(
    'USDT',
    {price: '1', spread: 55, precision: 2},
    token('tron', 'USDT-TRON', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'),
    token('polygon', 'USDT-MATIC', '0xc2132D05D31c914a87C6611C10748AEb04B58e8F'),
    token('ethereum', 'USDT-ETH', '0xdAC17F958D2ee523a2206206994597C13D831ec7'),
    token('ton', 'USDT-TON', 'EQCxE6mUtQJKFnGfaROTKOt1lZbDiiX1kCixRv7Nw2Id_sDs'),
    token('solana', 'USDT-SOLANA', 'Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB'),
  ),
  coin(
    'BTC',
    {price: '78450', spread: 60, precision: 8},
    own('bitcoin', 'BTC', '0.000012743150255'),
    own('lightning', 'BTC-LIGHTNING', '0.000001274315026'),
  ),
  coin('ETH', {price: '2915', spread: 70, precision: 6}, own('ethereum', 'ETH', '0.001928299401310')),
  coin('SOL', {price: '112.40', spread: 80, precision: 6}, own('solana', 'SOL', '0.005000881454462')),
  coin('LTC', {price: '84.20', spread: 85, precision: 6}, own('litecoin', 'LTC', '0.006675762177929')),
  coin('DOGE', {price: '0.162', spread: 110, precision: 4}, own('dogecoin', 'DOGE', '3.469747997')),
  coin('TRX', {price: '0.271', spread: 95, precision: 4}, own('tron', 'TRX', '2.074166698')),
  coin('GRAM', {price: '1.83', spread: 120, precision: 4}, own('ton', 'GRAM-TON', '0.307158')),
  coin('SUI', {price: '2.08', spread: 130, precision: 4}, own('sui', 'SUI', '0.27024')),
  coin(
    'DAI',
    {price: '1', spread: 65, precision: 2},
    token('polygon', 'DAI-MATIC', '0x8f3Cf7ad23Cd3CaDbD9735AFf958023239c6A063', 18),
    token('ethereum', 'DAI-ETH', '0x6B175474E89094C44Da98b954EedeAC495271d0F', 18),
    {...token('base', 'DAI-BASE', '0x50c5725949A6F0c72E6C4a641F24049A917DB0Cb', 18), isSuspended: true},
  ),
  coin(
    'USDC.e',
    {price: '1', spread: 65, precision: 2},
    token('polygon', 'USDC.e-MATIC', '0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174'),
  ),
  coin(
    'PYUSD',
    {price: '1', spread: 70, precision: 2},
    token('solana', 'PYUSD-SOLANA', '2b1kV6DkPAnxd5ixfnxCpjxmKwqjjaYmCZfHsFu24GXo'),
    token('ethereum', 'PYUSD-ETH', '0x6c3ea9036406852006290770BEdFcAbA0e23A0e8'),
  ),
  coin(
    'WLD',
    {price: '0.94', spread: 140, precision: 4},
    token('world', 'WLD-WORLD', '0x2cFc85d8E48F8EAB294be644d9E25C3030863003', 18),
  ),
  coin(
    'FDUSD',
    {price: '1', spread: 70, precision: 2},
    token('bnb', 'FDUSD-BSC', '0xc5f0f7b66764F6ec8C8Dff7BA683102295E16409', 18),
  ),
  coin(
    'EUROC',
    {price: '1.14', spread: 75, precision: 2, isSuspended: true},
    token('ethereum', 'EUROC-ETH', '0x1aBaEA1f7C830bD89Acc67eC4af516284b1bC33c'),
  ),
];

/** Finds a coin by its exact name. */
export function findCoin(name: string | undefined): Coin | undefined {
  return coins.find(coin => coin.name === name);
}
