/** Runs the fuzzer for longer. Usage: npm run fuzz [-- <orders> [<seed>]] */
import {fuzzPayments} from './payments.js';

const [orders = '200000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
console.log(`seed ${seed}`);
const {payable, read, ...rest} = fuzzPayments({seed: Number(seed), orders: Number(orders), time: 3_600_000});
console.log(`${rest.orders} orders, ${payable} payable, ${read} texts read, no counterexample`);
