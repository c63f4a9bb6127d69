import {html, nothing, type TemplateResult} from 'lit';

export interface Chips<Value extends string> {
  readonly part: string;
  readonly label: string;
  /** Label of '', which stands for every value. */
  readonly all: string;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => {readonly text: string; readonly language?: string | undefined};
  readonly chosen: string;
  readonly onPick: (value: Value | '') => void;
}

/** Draws a row of filters of which one is pressed; `nothing` if there is no choice. */
export function chips<Value extends string>({
  part,
  label,
  all,
  values,
  nameOf,
  chosen,
  onPick,
}: Chips<Value>): TemplateResult | typeof nothing {
  if (values.length < 2) return nothing;
  return html`<div class="chips" role="group" aria-label=${label}>
    ${(['', ...values] as const).map(
      value => html`<button
        type="button"
        part=${part}
        lang=${(value && nameOf(value).language) || nothing}
        aria-pressed=${value === chosen}
        @click=${() => onPick(value)}
        >${value ? nameOf(value).text : all}</button
      >`,
    )}
  </div>`;
}
