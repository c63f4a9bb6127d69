import {css} from 'lit';

/** Wrapping row of small round buttons, of which one may be pressed. */
export const pills = css`
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  .pills button {
    min-block-size: 36px;
    padding: 4px 14px;
    border: 1px solid var(--_edge);
    border-radius: 999px;
  }

  .pills button:hover,
  .pills [aria-pressed='true'] {
    border-color: var(--_accent);
  }

  .pills [aria-pressed='true'] {
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  @media (forced-colors: active) {
    .pills [aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
