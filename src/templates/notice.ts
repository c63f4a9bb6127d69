import {html, nothing, type TemplateResult} from 'lit';

export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
  /** The way on is the same question once more. */
  readonly isRetry?: boolean;
}

/** A message about what went wrong, said at once by a screen reader, with the way on as buttons. */
export function problemNotice(text: string, actions: readonly NoticeAction[] = []): TemplateResult {
  return html`<div class="notice bad" part="error" role="alert">
    <p>${text}</p>
    ${actionRow(actions)}
  </div>`;
}

/** Something the buyer should know that is no failure. */
export function quietNotice(text: string, actions: readonly NoticeAction[] = []): TemplateResult {
  return html`<div class="notice" part="notice">
    <p>${text}</p>
    ${actionRow(actions)}
  </div>`;
}

function actionRow(actions: readonly NoticeAction[]) {
  if (actions.length === 0) return nothing;
  return html`<div class="actions">
    ${actions.map(
      ({label, act, isRetry}) =>
        html`<button type="button" class="secondary" part=${isRetry ? 'retry' : 'action'} @click=${act}>${label}</button>`,
    )}
  </div>`;
}
