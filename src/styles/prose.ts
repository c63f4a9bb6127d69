import {css} from 'lit';

/** Texts from the API, as `richText` draws them. */
export const prose = css`
  .prose {
    display: grid;
    gap: 8px;
    font-size: 0.9375em;
    overflow-wrap: anywhere;
  }

  .prose .source {
    display: contents;
  }

  .prose ol,
  .prose ul {
    padding-inline-start: 1.4em;
    list-style: revert;
  }
`;
