import {css} from 'lit';

/** A brand's logo tile, as `brandMark` draws it. */
export const mark = css`
  .mark {
    position: relative;
    display: block;
    overflow: hidden;
    border-radius: var(--_radius);
  }

  .mark > *,
  .mark::before,
  .mark::after {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .mark svg {
    background: currentColor;
    forced-color-adjust: none;
  }

  .mark:not(.with-logo)::before {
    content: attr(data-monogram);
    z-index: 1;
    display: grid;
    place-items: center;
    color: #fff;
    font-size: 1.75em;
    font-weight: 600;
    line-height: 1;
  }

  .mark.light::before {
    color: #000;
  }

  .mark img {
    object-fit: contain;
  }

  .mark::after {
    content: '';
    border-radius: inherit;
    box-shadow: inset 0 0 0 1px rgb(128 128 128 / 22%);
    pointer-events: none;
  }
`;
