import {css} from 'lit';

export const styles = css`
  .denominations {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(116px, 1fr));
    gap: 8px;
  }

  .denominations.wide {
    grid-template-columns: repeat(auto-fill, minmax(160px, 1fr));
  }

  .denomination {
    position: relative;
    display: grid;
    align-content: center;
    gap: 2px;
    min-block-size: 52px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
    font-variant-numeric: tabular-nums;
  }

  .denomination:hover {
    border-color: var(--_text);
  }

  .denomination input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: pointer;
  }

  .denomination:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  @media (forced-colors: active) {
    .denomination:has(:checked) {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }

    .denomination:has(:checked) .muted {
      color: inherit;
    }
  }

  .denomination:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .denomination .value {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  legend {
    padding: 0;
    margin-block-end: 8px;
  }

  .pay {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-items: end;
    gap: 12px;
  }

  @container (max-width: 340px) {
    .commit.commit,
    .pay {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .quote {
    display: grid;
    gap: 4px;
    min-block-size: 128px;
    align-content: center;
    padding: 14px 16px;
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .quote .pair {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 2px 16px;
  }

  .roughly::before {
    content: '≈ ';
  }

  .commit {
    display: grid;
    grid-template-columns: 92px minmax(0, 1fr);
    gap: 8px;
  }

  .commit .input {
    min-block-size: 48px;
  }

  .about {
    border-block: 1px solid var(--_line);
  }

  summary {
    padding-block: 12px;
    font-weight: 500;
  }

  .about .prose {
    padding-block-end: 16px;
  }

  .plain {
    white-space: pre-line;
  }

  .family {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
  }

  .skeleton.row {
    block-size: 52px;
  }
`;
