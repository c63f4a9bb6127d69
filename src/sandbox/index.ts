export type {CatalogueOptions} from './catalogue/catalogue.js';
export type {Sleep} from './faults/apply-fault.js';
export type {Fault} from './faults/fault.js';
export {type ControlAction, controlActions} from './orders/control-actions.js';
export type {Repeat} from './routes/order-stream.js';
export {createSandbox, type OrderJson, type Sandbox, type SandboxOptions} from './sandbox.js';
export {type Scenario, scenarios} from './scenarios/scenarios.js';
export {type ProblemCode, problemCodes} from './support/problems.js';
