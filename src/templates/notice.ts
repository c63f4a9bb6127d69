import {html, nothing, type TemplateResult} from 'lit';

import {type Action, actionButton} from './action-button.js';
import {sentence} from './fresh.js';

export interface NoticeAction extends Action {
  /** Repeats the request that failed. */
  readonly isRetry?: boolean;
}

/** Draws an error, which a screen reader announces at once, with the ways on as buttons. */
export function problemNotice(text: string, actions: readonly NoticeAction[] = []): TemplateResult {
  return notice('error', text, actions, 'alert');
}

/** Draws a message that is no error, with the ways on as buttons. `role` is `alert` for an answer to what the buyer pressed. */
export function quietNotice(
  text: string,
  actions: readonly NoticeAction[] = [],
  role?: 'alert',
): TemplateResult {
  return notice('notice', text, actions, role);
}

function notice(
  part: 'error' | 'notice',
  text: string,
  actions: readonly NoticeAction[],
  role: 'alert' | undefined,
): TemplateResult {
  return html`<div class="notice ${part}" part=${part} role=${role ?? nothing}>
    <p>${sentence(text)}</p>
    ${actionRow(actions)}
  </div>`;
}

function actionRow(actions: readonly NoticeAction[]) {
  if (actions.length === 0) return nothing;
  return html`<div class="actions">
    ${actions.map(action => actionButton('secondary', action.isRetry ? 'retry' : 'action', action))}
  </div>`;
}
