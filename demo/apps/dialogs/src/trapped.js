import 'cr-checkout';
import {createFocusTrap} from 'focus-trap';

const dialog = document.querySelector('#trapped');
const trap = createFocusTrap(dialog, {
  // Without this, the trap sees nothing to focus in the checkout, and Tab never gets in.
  tabbableOptions: {getShadowRoot: true},
  onActivate: () => dialog.toggleAttribute('hidden', false),
  onDeactivate: () => dialog.toggleAttribute('hidden', true),
  checkCanFocusTrap: () => dialog.querySelector('cr-checkout').updateComplete,
});
document.querySelector('#open-trapped').addEventListener('click', () => trap.activate());
dialog.querySelector('button').addEventListener('click', () => trap.deactivate());
