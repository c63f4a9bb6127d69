import {css} from 'lit';

/** Labelled fields and selects, as `textField` and `selectField` draw them, and the search. iOS zooms into fields with text below 16 px. */
export const fields = css`
  .field {
    display: grid;
    gap: 6px;
    align-content: start;
  }

  .badge {
    display: inline-block;
    padding-inline: 6px;
    border-radius: 4px;
    color: var(--_success);
    box-shadow: inset 0 0 0 1px;
  }

  .badge::first-letter {
    text-transform: uppercase;
  }

  .input {
    display: block;
    inline-size: 100%;
    min-block-size: 46px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_background);
    font-size: max(1em, 16px);
  }

  .input:hover {
    border-color: var(--_text);
  }

  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .input:focus-visible {
    outline-offset: -1px;
    border-color: var(--_accent);
  }

  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  select.input {
    appearance: none;
    padding-inline-end: 36px;
    cursor: pointer;
    text-overflow: ellipsis;
  }

  .choose,
  .search {
    position: relative;
    display: block;
  }

  .choose > svg,
  .choose > img,
  .search > svg {
    position: absolute;
    inset-block-end: 13px;
    inset-inline-start: 12px;
    pointer-events: none;
  }

  .choose > svg {
    inset-inline: auto 12px;
  }

  .choose > img {
    border-radius: 50%;
  }

  .choose:not(.with-logo) > img {
    display: none;
  }

  .with-logo > select.input {
    padding-inline-start: 40px;
  }
`;
