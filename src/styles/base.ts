import {css} from 'lit';

/** What every shadow root here shares: the box, text, buttons, fields and focus. */
export const base = css`
  :host {
    display: block;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  ol,
  ul {
    list-style: none;
  }

  button,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }

  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-align: inherit;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  button:disabled {
    cursor: default;
  }

  a {
    color: inherit;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .muted,
  .hint {
    color: var(--_muted);
  }

  .small,
  .field p {
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .label {
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_muted);
  }

  .number {
    font-variant-numeric: tabular-nums;
  }

  /* A number and its unit keep their order, and their side. */
  .number:dir(rtl) {
    unicode-bidi: plaintext;
    text-align: right;
  }

  .hidden-text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .stack {
    display: grid;
    gap: 16px;
  }

  .primary,
  .secondary {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 6px 14px;
    border-radius: var(--_radius);
    text-decoration: none;
  }

  .primary {
    inline-size: 100%;
    min-block-size: 48px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    text-align: center;
    font-variant-numeric: tabular-nums;
    transition: filter 120ms;
  }

  .primary:hover:not(:disabled) {
    filter: brightness(1.08);
  }

  .primary:disabled,
  .primary[aria-disabled='true'] {
    background: var(--_surface);
    color: var(--_muted);
    cursor: default;
  }

  .secondary {
    min-block-size: 40px;
    border: 1px solid var(--_edge);
    background: var(--_background);
    font-weight: 500;
  }

  .secondary:hover:not(:disabled),
  .input:hover {
    border-color: var(--_text);
  }

  .quiet {
    display: inline-flex;
    align-items: center;
    min-block-size: 28px;
    color: var(--_accent);
    font-weight: 500;
    text-decoration: underline 1px;
  }

  .input {
    display: block;
    inline-size: 100%;
    min-block-size: 46px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_background);
    /* iOS zooms the page into fields with smaller text. */
    font-size: max(1em, 16px);
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

  .choose {
    position: relative;
    display: block;
  }

  .choose > svg {
    position: absolute;
    inset-block-end: 13px;
    inset-inline-end: 12px;
    pointer-events: none;
  }

  .choose > img {
    display: none;
    position: absolute;
    inset-block-end: 13px;
    inset-inline-start: 12px;
    border-radius: 50%;
    pointer-events: none;
  }

  .with-logo > img {
    display: block;
  }

  .with-logo > select.input {
    padding-inline-start: 40px;
  }

  .field {
    display: grid;
    gap: 6px;
    align-content: start;
  }

  .wrong {
    color: var(--_danger);
  }

  .notice {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 12px 14px;
    border-radius: var(--_radius);
    border: 1px solid var(--_line);
    background: var(--_surface);
  }

  .notice.bad {
    border-color: var(--_danger);
  }

  .notice .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .skeleton {
    border-radius: var(--_radius);
    background: var(--_surface);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }

  /* Said only when it is true: no timer is needed for that. */
  .slow {
    grid-column: 1 / -1;
    block-size: 0;
    overflow: hidden;
    color: var(--_muted);
    animation: appear 1ms 8s both;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }

    to {
      block-size: auto;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  .icon {
    inline-size: 20px;
    block-size: 20px;
    flex: none;
  }

  @media (prefers-reduced-motion: reduce) {
    :not(.slow),
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }

  @media (forced-colors: active) {
    .primary,
    .skeleton {
      border: 1px solid;
    }
  }
`;
