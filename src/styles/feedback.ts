import {css} from 'lit';

/** Errors, notices, and skeletons in the place of what is loading. `.slow` appears after a wait, without a timer. A transparent border is seen in forced colours. */
export const feedback = css`
  .wrong {
    color: var(--_danger);
  }

  .notice {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 12px 14px;
    border-radius: var(--_radius);
    border: 1px solid var(--_line);
    background: var(--_surface);
  }

  .notice.error {
    border-color: var(--_danger);
  }

  .notice .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .skeleton {
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_surface);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }

  .slow {
    grid-column: 1 / -1;
    block-size: 0;
    overflow: hidden;
    color: var(--_muted);
    animation: appear 1ms 8s both;
  }

  .opening {
    block-size: 320px;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }

    to {
      block-size: auto;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;
