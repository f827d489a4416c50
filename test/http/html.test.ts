import { describe, expect, test } from 'vitest';
import { html, jsonBlock, paragraphs } from '../../src/http/index.ts';

describe('html', () => {
  test('text never becomes an element or leaves an attribute', () => {
    const nasty = `"><script>alert('x')</script>&`;
    expect(html`<p title="${nasty}">${nasty}</p>`.html).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  test('parts that are HTML already are kept, also in lists', () => {
    const list = html`<ul>
      ${['a', '<'].map((text) => html`<li>${text}</li>`)}
    </ul>`;
    expect(list.html.replace(/\s/g, '')).toBe('<ul><li>a</li><li>&lt;</li></ul>');
  });

  test('an empty line begins a new paragraph', () => {
    expect(html`${paragraphs('one\ntwo\n\nthree\n')}`.html).toBe('<p>one\ntwo</p><p>three</p>');
  });

  test('no text can end the data block it stands in', () => {
    const block = jsonBlock({ text: '</script><!--' });
    expect(block.html).not.toContain('<');
    expect(JSON.parse(block.html)).toEqual({ text: '</script><!--' });
  });
});
