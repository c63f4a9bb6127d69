import {css} from 'lit';

/**
 * Reads every public custom property once, on the host. Steps use the `--_` names, which they inherit; the colour scheme is
 * that of the frame. The contrast of
 * text is at least 4.5:1 in both schemes (WCAG 2.2, 1.4.3), of the edges of controls 3:1 (1.4.11).
 */
export const tokens = css`
  :host {
    --_accent: var(--cr-accent, light-dark(#2743d6, #9db0ff));
    --_on-accent: var(--cr-on-accent, light-dark(#ffffff, #0b1030));
    --_text: var(--cr-text, light-dark(#14161c, #f1f2f6));
    --_muted: var(--cr-muted, light-dark(#5a6070, #a3a9b8));
    --_background: var(--cr-background, light-dark(#ffffff, #14161c));
    --_surface: var(--cr-surface, light-dark(#f4f5f8, #1f222b));
    --_line: var(--cr-line, light-dark(#e1e4ea, #31353f));
    --_edge: var(--cr-edge, light-dark(#868c9b, #757c8d));
    --_danger: var(--cr-danger, light-dark(#b3261e, #ffb4ab));
    --_success: var(--cr-success, light-dark(#12703f, #6fdba0));
    --_radius: var(--cr-radius, 10px);
    --_mono: var(--cr-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace);
  }

  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_line: var(--_text);
      --_edge: var(--_text);
    }
  }
`;
