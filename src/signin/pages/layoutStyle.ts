import { css } from './css.ts';

/** What stands around every page. Colours keep a contrast of at least 4.5:1, light and dark. */
export const layoutStyle = css`
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
