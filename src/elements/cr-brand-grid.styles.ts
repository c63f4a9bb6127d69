import {css} from 'lit';

export const styles = css`
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

  .grid > li {
    content-visibility: auto;
    contain-intrinsic-size: auto 140px;
  }

  .pages {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-block-start: 20px;
  }

  .pages:empty {
    display: none;
  }
`;
