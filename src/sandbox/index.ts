export type {CatalogueOptions} from './catalogue/catalogue.js';
export type {Fault} from './faults/fault.js';
export {type ControlAction, controlActions} from './orders/control-actions.js';
export type {OrderJson} from './orders/order-json.js';
export {createSandbox, type Sandbox, type SandboxOptions} from './sandbox.js';
export {type Scenario, scenarios} from './scenarios/scenarios.js';
export {type ProblemCode, problemCodes} from './support/problems.js';
export type {Repeat, Sleep} from './support/timers.js';
