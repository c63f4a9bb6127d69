import type {ScenarioDefinition} from './scenario.js';

/** Scenarios of the delivery that follows a payment. */
export const deliveryScenarios: Readonly<Record<string, ScenarioDefinition>> = {
  partly: {
    story: 'Of three lines one is delivered at once, one fails, one follows ten seconds later.',
    delivery: 'partly',
  },
  undelivered: {story: 'No line can be delivered, and the order is held.', delivery: 'failed'},
  'delivery-completed': {
    story: 'Delivered lines are called Completed instead of Succeeded.',
    deliveredState: 'Completed',
  },
  'delivery-done': {
    story: 'Delivered lines are called Done instead of Succeeded.',
    deliveredState: 'Done',
  },
  'unknown-delivery': {story: 'The lines are in an unknown state.', lineState: 'HandedToTheTide'},
  link: {story: 'The code that is delivered is a web address.', codeProtocol: 'https'},
  'insecure-link': {story: 'The web address is not https.', codeProtocol: 'http'},
  'security-code': {
    story: 'The card has a security code beside code and serial.',
    hasSecurityCode: true,
  },
  barcode: {story: 'The card has the picture of a barcode.', hasBarcode: true},
  'code-image': {story: 'The card has the picture of a QR code.', hasCodeImage: true},
  hostile: {story: 'Its instructions, code and pictures try to run scripts.', isHostile: true},
  'esim-by-mail': {
    story: 'The eSIM comes by e-mail alone, without an activation code.',
    isEsimMailed: true,
  },
};
