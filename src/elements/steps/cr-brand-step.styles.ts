import {css} from 'lit';

/** A mouse cannot scroll a row of filters: it is cut after its first line, the pressed one in it. */
export const styles = css`
  .controls {
    display: grid;
    gap: 8px;
    grid-template-columns: minmax(0, 1fr);
  }

  @container (min-width: 440px) {
    .controls {
      grid-template-columns: minmax(0, 1fr) minmax(140px, 34%);
    }
  }

  .search > svg {
    color: var(--_muted);
  }

  .search .input {
    padding-inline: 40px 44px;
    text-overflow: ellipsis;
  }

  .search input::-webkit-search-cancel-button {
    display: none;
  }

  .clear {
    position: absolute;
    inset-block: 1px;
    inset-inline-end: 1px;
    inline-size: 44px;
    display: grid;
    place-items: center;
  }

  .chips {
    display: flex;
    min-inline-size: 0;
    gap: 8px;
    align-items: start;
  }

  [role='toolbar'] {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: 2px;
    margin: -2px;
  }

  [role='toolbar'] button {
    flex: none;
    max-inline-size: 70%;
    overflow: hidden;
    text-overflow: ellipsis;
    min-block-size: 36px;
    padding: 4px 14px;
    border: 1px solid var(--_edge);
    border-radius: 999px;
    font-size: 0.875em;
    white-space: nowrap;
  }

  [role='toolbar'] button:hover {
    border-color: var(--_text);
  }

  [role='toolbar'] button[aria-pressed='true'] {
    background: var(--_text);
    border-color: var(--_text);
    color: var(--_background);
    font-weight: 600;
  }

  .more {
    flex: none;
    min-block-size: 36px;
    font-size: 0.875em;
  }

  @media (hover: hover) {
    .cut [role='toolbar'] {
      max-block-size: 40px;
      overflow: clip;
    }

    .cut [aria-pressed='true'] {
      order: -1;
    }

    .cut button:first-child {
      order: -2;
    }
  }

  @media not (hover: hover) {
    .chips {
      margin-inline: calc(-1 * var(--_pad));
    }

    [role='toolbar'] {
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
      margin: 0;
      padding-inline: var(--_pad) 40px;
      mask: linear-gradient(to left, #0000, #000 40px);
    }

    [role='toolbar']:dir(rtl) {
      mask: linear-gradient(to right, #0000, #000 40px);
    }

    .more {
      display: none;
    }
  }

  @media (forced-colors: active) {
    [role='toolbar'] button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
`;
