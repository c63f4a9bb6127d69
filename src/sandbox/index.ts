export type {CatalogueOptions} from './catalogue/catalogue.js';
export {type ControlAction, controlActions} from './control.js';
export type {Fault} from './faults.js';
export type {Repeat} from './order-stream.js';
export {type ProblemCode, problemCodes} from './problems.js';
export {createSandbox, type OrderJson, type Sandbox, type SandboxOptions} from './sandbox.js';
export {type Scenario, scenarios} from './scenarios.js';
export type {Sleep} from './spoil.js';
