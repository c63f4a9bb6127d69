import {html, nothing, type TemplateResult} from 'lit';

export interface Chips {
  readonly part: string;
  readonly label: string;
  /** The first one stands for all. */
  readonly options: readonly {readonly value: string; readonly label: string}[];
  readonly chosen: string;
  readonly onPick: (value: string) => void;
}

/** A row of filters of which one is pressed; nothing where there is no choice. */
export function chips({part, label, options, chosen, onPick}: Chips): TemplateResult | typeof nothing {
  if (options.length < 3) return nothing;
  return html`<div class="chips" role="group" aria-label=${label}>
    ${options.map(
      option => html`<button
        type="button"
        part=${part}
        aria-pressed=${option.value === chosen ? 'true' : 'false'}
        @click=${() => onPick(option.value)}
        >${option.label}</button
      >`,
    )}
  </div>`;
}
