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

  .categories {
    display: flex;
    gap: 6px;
    overflow-x: auto;
    scrollbar-width: none;
    margin-inline: calc(-1 * var(--_pad));
    padding: 2px var(--_pad);
  }

  .categories button {
    flex: none;
    min-block-size: 34px;
    padding: 4px 14px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    font-size: 0.875em;
    white-space: nowrap;
  }

  .categories button:hover {
    border-color: var(--_edge);
  }

  .categories button[aria-pressed='true'] {
    background: var(--_text);
    border-color: var(--_text);
    color: var(--_background);
    font-weight: 600;
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px 12px;
  }

  @container (min-width: 440px) {
    .grid {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @container (min-width: 580px) {
    .grid {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }

  @container (min-width: 700px) {
    .grid {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
  }

  .tile {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    inline-size: 100%;
    align-content: start;
    border-radius: var(--_radius);
  }

  .grid > li {
    min-inline-size: 0;
  }

  .tile .mark {
    aspect-ratio: 300 / 190;
    transition: transform 140ms;
  }

  .tile:hover:not([aria-disabled='true']) .mark {
    transform: translateY(-2px);
  }

  .tile .name {
    display: block;
    font-weight: 600;
    font-size: 0.9375em;
    line-height: 1.25;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tile .price {
    display: block;
    font-size: 0.8125em;
    line-height: 1.35;
    color: var(--_muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tile[aria-disabled='true'] {
    cursor: not-allowed;
  }

  .tile[aria-disabled='true'] .mark {
    filter: grayscale(1);
    opacity: 0.45;
  }

  .more {
    justify-self: center;
  }

  .tile.waiting {
    block-size: 100%;
  }

  .tile.waiting .skeleton {
    aspect-ratio: 300 / 190;
  }

  .tile.waiting .line {
    aspect-ratio: auto;
    block-size: 14px;
    inline-size: 70%;
    border-radius: 4px;
    margin-block-end: 18px;
  }
`;
