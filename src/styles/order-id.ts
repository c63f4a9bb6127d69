import {css} from 'lit';

/** An order's id with the button that copies it, as `orderNumber` draws it. */
export const orderId = css`
  .id {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    overflow-wrap: anywhere;
  }
`;
