import { css } from './css.ts';

/** The comparison with the chat, the fields, what was wrong with them, and the two buttons. */
export const signInFormStyle = css`
  section,
  .problem {
    margin: 0 0 1.5rem;
    border-radius: 0.5rem;
    padding: 1rem;
    background: var(--wash);
  }

  section p:last-child,
  .problem :last-child {
    margin-bottom: 0;
  }

  .problem {
    border-left: 0.4rem solid var(--alarm);
    background: var(--alarm-wash);
  }

  .problem h2,
  .missing {
    color: var(--alarm);
  }

  dl {
    margin: 0;
  }

  dl div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
  }

  dt {
    color: var(--quiet);
  }

  dt::after {
    content: ':';
  }

  dd {
    margin: 0;
    font-weight: 600;
  }

  .pairing {
    font-size: 1.75rem;
    line-height: 1.2;
  }

  .field {
    margin-bottom: 1.25rem;
  }

  label {
    font-weight: 600;
  }

  .hint {
    margin: 0 0 0.3rem;
    color: var(--quiet);
    font-size: 0.9rem;
  }

  .missing {
    margin: 0 0 0.3rem;
    font-weight: 600;
  }

  input {
    width: 100%;
    min-height: 3rem;
    border: 2px solid var(--line);
    border-radius: 0.4rem;
    padding: 0.5rem 0.75rem;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }

  input[aria-invalid='true'] {
    border-color: var(--alarm);
  }

  .choice {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: 0.75rem;
    margin-bottom: 1.5rem;
  }

  button.no {
    background: var(--no);
  }
`;
