import {type FaultContext, faultyAnswers} from './answer-faults.js';
import {type Fault, isAnswerFault} from './fault.js';

/** Answers a request with a fault. The faults of a stream are left to the stream. */
export async function applyFault(fault: Fault, context: FaultContext): Promise<Response> {
  if (!isAnswerFault(fault)) return context.respond();
  const {fault: kind, when} = fault;
  if (when === 'after' && kind !== 'delay' && kind !== 'truncate') await context.respond();
  return faultyAnswers[kind](fault, context);
}
