/** Marks the text as CSS for editors and formatters. */
const css = String.raw;

/** How the sign-in pages look. Colours keep a contrast of at least 4.5:1, light and dark. */
export const loginStyle = css`
  :root {
    color-scheme: light dark;
    --paper: #faf6ef;
    --ink: #1c1917;
    --quiet: #57524c;
    --line: #8b8378;
    --wash: #f1e9dc;
    --yes: #1f5b4e;
    --no: #5a3512;
    --on-button: #ffffff;
    --link: #1f5b4e;
    --alarm: #a3180e;
    --alarm-wash: #fdeeec;
  }

  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #1c1917;
      --ink: #f5f1ea;
      --quiet: #bdb5aa;
      --line: #857d73;
      --wash: #292521;
      --yes: #8fd3bf;
      --no: #f0c79b;
      --on-button: #1c1917;
      --link: #8fd3bf;
      --alarm: #ffb0a8;
      --alarm-wash: #3a1b19;
    }
  }

  * {
    box-sizing: border-box;
  }

  html {
    font:
      112.5%/1.5 system-ui,
      sans-serif;
    overflow-wrap: break-word;
    text-size-adjust: 100%;
  }

  body {
    margin: 0 auto;
    max-width: 34rem;
    padding: 0 1rem 2rem;
    background: var(--paper);
    color: var(--ink);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
    border-bottom: 1px solid var(--line);
    padding: 0.75rem 0;
    color: var(--quiet);
    font-size: 0.9rem;
  }

  header p {
    margin: 0;
  }

  h1 {
    font-size: 1.5rem;
    line-height: 1.25;
  }

  h2 {
    margin: 0 0 0.5rem;
    font-size: 1.05rem;
  }

  a {
    color: var(--link);
  }

  main:focus {
    outline: none;
  }

  :is(a, button, input):focus-visible {
    outline: 3px solid var(--link);
    outline-offset: 3px;
  }

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

  button {
    min-height: 3rem;
    border: 2px solid transparent;
    border-radius: 0.4rem;
    padding: 0.5rem 1rem;
    background: var(--yes);
    color: var(--on-button);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  button.no {
    background: var(--no);
  }

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

  .hidden,
  .skip:not(:focus) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
