import {css} from 'lit';

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

  .search {
    position: relative;
  }

  .search .icon {
    position: absolute;
    inset-block-start: 13px;
    inset-inline-start: 12px;
    color: var(--_muted);
    pointer-events: none;
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

  .clear .icon {
    position: static;
  }

  .chips {
    display: flex;
    gap: 6px;
    overflow-x: auto;
    scrollbar-width: none;
    margin-inline: calc(-1 * var(--_pad));
    padding: 2px var(--_pad);
  }

  .chips button {
    flex: none;
    max-inline-size: 70%;
    overflow: hidden;
    text-overflow: ellipsis;
    min-block-size: 34px;
    padding: 4px 14px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    font-size: 0.875em;
    white-space: nowrap;
  }

  .chips button:hover {
    border-color: var(--_edge);
  }

  .chips button[aria-pressed='true'] {
    background: var(--_text);
    border-color: var(--_text);
    color: var(--_background);
    font-weight: 600;
  }
`;
