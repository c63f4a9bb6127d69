import {css} from 'lit';

/** Five stages do not fit beside each other in 340 px: the present one is written, the others are read aloud only. */
export const styles = css`
  .clock {
    display: flex;
    align-items: center;
    gap: 4px;
    color: var(--_muted);
    white-space: nowrap;
  }

  .received {
    font-weight: 600;
    color: var(--_danger);
  }

  .check {
    display: grid;
    gap: 4px;
  }

  .quiet,
  summary {
    min-block-size: 44px;
  }

  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 16px;
    overflow-wrap: anywhere;
  }

  .stages {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 6px;
    font-size: 0.75em;
    color: var(--_muted);
  }

  .stages li {
    display: grid;
    gap: 6px;
    align-content: start;
    hyphens: auto;
  }

  .stages li::before {
    content: '';
    block-size: 4px;
    border-radius: 2px;
    background: var(--_line);
  }

  .stages li.reached {
    color: var(--_text);
  }

  .stages li.reached::before {
    background: var(--_success);
  }

  .stages li.current::before {
    background: var(--_accent);
    animation: breathe 1s ease-in-out 8 alternate;
  }

  @container (max-width: 340px) {
    .stages li:not(.current) {
      font-size: 0;
    }

    .stages li.current {
      white-space: nowrap;
    }
  }

  @media (forced-colors: active) {
    .stages :is(.reached, .current)::before {
      border: 2px solid;
    }
  }
`;
