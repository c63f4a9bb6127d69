import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {fresh} from './fresh.js';

export interface Field {
  /** Part name and id of the input; unique within its shadow root. */
  readonly name: string;
  readonly label: string;
  /** The label is for screen readers only: to others it stands around the field already. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly hint?: string | undefined;
  /** Error of the value, which is linked to the input and announced. */
  readonly wrong?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel';
  readonly inputMode?: 'decimal' | 'email' | 'tel' | 'text';
  readonly autocomplete?: AutoFill;
  readonly onInput: (value: string) => void;
  readonly onLeave?: (event: Event) => void;
}

/** Draws a labelled text field with its hint and its error (WCAG 2.2, 3.3.1 and 3.3.2). */
export function textField(field: Field): TemplateResult {
  const {name, hint, wrong} = field;
  const describedBy = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label class=${labelClass(field)} for=${name}>${field.label}</label>
    <input class="input" id=${name} part=${name} name=${name} type=${field.type ?? 'text'}
      inputmode=${field.inputMode ?? 'text'} autocomplete=${field.autocomplete ?? 'off'} autocapitalize="off"
      spellcheck="false" aria-invalid=${Boolean(wrong)} aria-describedby=${describedBy || nothing}
      .value=${live(field.value)}
      @input=${(event: Event) => field.onInput((event.target as HTMLInputElement).value)}
      @blur=${field.onLeave} />
    ${wrong ? html`<p class="wrong" id="${name}-wrong" part="error" role="alert">${fresh(wrong)}</p>` : nothing}
    ${hint ? html`<p class="hint" id="${name}-hint">${fresh(hint)}</p>` : nothing}
  </div>`;
}

export interface Choice {
  readonly name: string;
  readonly label: string | TemplateResult;
  readonly value: string;
  /** For many options a fragment that is made once: a template would make five nodes of each. */
  readonly options: readonly {readonly value: string; readonly label: string}[] | DocumentFragment;
  /** The label is for screen readers only: to others the place of the control is enough. */
  readonly isLabelHidden?: boolean;
  readonly icon: TemplateResult;
  /** Picture of the chosen option. */
  readonly logoUrl?: string | undefined;
  readonly onPick: (value: string) => void;
}

/** Draws a labelled native select: the best list on every phone, and the only one that needs no code for the keyboard. */
export function selectField(choice: Choice): TemplateResult {
  return html`<div class="field">
    <label class=${labelClass(choice)} for=${choice.name}>${choice.label}</label>
    <span class="choose ${choice.logoUrl ? 'with-logo' : ''}">
      ${
        choice.logoUrl
          ? html`<img src=${choice.logoUrl} width="20" height="20" alt="" referrerpolicy="no-referrer" @error=${withoutLogo} />`
          : nothing
      }
      <select class="input" id=${choice.name} part=${choice.name} name=${choice.name}
        .value=${live(choice.value)}
        @change=${(event: Event) => choice.onPick((event.target as HTMLSelectElement).value)}>
        ${
          choice.options instanceof DocumentFragment
            ? choice.options
            : choice.options.map(
                option =>
                  html`<option value=${option.value} translate="no" ?selected=${option.value === choice.value}>${fresh(option.label)}</option>`,
              )
        }
      </select>
      ${choice.icon}
    </span>
  </div>`;
}

function labelClass({isLabelHidden}: {readonly isLabelHidden?: boolean}): string {
  return isLabelHidden ? 'hidden-text' : 'label';
}

function withoutLogo({target}: Event) {
  (target as HTMLElement).parentElement?.classList.remove('with-logo');
}
