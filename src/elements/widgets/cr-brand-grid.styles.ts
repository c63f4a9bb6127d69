import {css} from 'lit';

/** Two to five tiles in a row. They are blocks: a grid in every cell of a grid would be laid out twice. */
export const styles = css`
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(max(17%, min(120px, 45%)), 1fr));
    gap: 16px 12px;
  }

  .grid > li {
    min-inline-size: 0;
    content-visibility: auto;
    contain-intrinsic-size: auto 140px;
  }

  .tile {
    display: block;
    inline-size: 100%;
    border-radius: var(--_radius);
  }

  .tile .mark,
  .tile .skeleton {
    aspect-ratio: 300 / 190;
    margin-block-end: 8px;
    transition: transform 140ms;
  }

  .tile:hover:not([aria-disabled='true']) .mark {
    transform: translateY(-2px);
  }

  .tile .name,
  .tile .price {
    display: block;
    font-weight: 600;
    font-size: 0.9375em;
    line-height: 1.25;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tile .price {
    font-weight: 400;
    font-size: 0.8125em;
    color: var(--_muted);
  }

  .tile[aria-disabled='true'] {
    cursor: not-allowed;
  }

  .tile[aria-disabled='true'] .price {
    white-space: normal;
  }

  .tile[aria-disabled='true'] .mark {
    filter: grayscale(1);
    opacity: 0.45;
  }

  .tile .line {
    aspect-ratio: auto;
    block-size: 14px;
    inline-size: 70%;
    margin-block-end: 18px;
  }

  .pages {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-block-start: 20px;
  }
`;
