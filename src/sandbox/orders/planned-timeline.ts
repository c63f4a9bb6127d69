import {type PlanStep, paidShare} from '../scenarios/plan.js';
import type {ScenarioEffects} from '../scenarios/scenario.js';
import {expired, paid, type Snapshot, type Timeline, waiting, windowOf} from './timeline.js';

/** Returns what happens to an order by itself: the plan of its scenario, or waiting until its window ends. */
export function plannedTimeline(effects: ScenarioEffects, createdAt: number): Timeline {
  const end = createdAt + windowOf(effects);
  const [start, expiry] = waiting(createdAt, windowOf(effects));
  if (!effects.plan) return [start, expiry];
  const {steps = [], paidAfter, sent, expiresWith} = effects.plan;
  const payment = paidAfter === undefined ? [] : paid(createdAt + paidAfter * 1000, effects, sent);
  const ending = expiresWith === undefined ? [] : [expired(end, expiresWith)];
  return [start, ...steps.map(step => snapshotOf(step, createdAt)), ...payment, ...ending];
}

function snapshotOf(step: PlanStep, createdAt: number): Snapshot {
  const [seconds, state, payment = 'PaymentReceived', sent = paidShare.all] = step;
  return {at: createdAt + seconds * 1000, state, payment, sent};
}
