import { css } from './css.ts';

/** A code that is read here and used elsewhere. */
export const codeStyle = css`
  .code {
    margin: 1.5rem 0;
    border: 2px solid var(--line);
    border-radius: 0.5rem;
    padding: 0.75rem;
    background: var(--wash);
    font-size: 2.25rem;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.08em;
    text-align: center;
  }
`;
