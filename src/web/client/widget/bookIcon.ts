const namespace = 'http://www.w3.org/2000/svg';
const outline =
  'M12 6.2C10.2 4.9 7.6 4.3 4 4.3v13c3.6 0 6.2.6 8 1.9 1.8-1.3 4.4-1.9 8-1.9v-13c-3.6 0-6.2.6-8 1.9Zm0 0v13';

/** An open book, drawn in the colour of the text beside it and hidden from screen readers. */
export function bookIcon(): SVGSVGElement {
  const icon = document.createElementNS(namespace, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', outline);
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '1.8');
  path.setAttribute('stroke-linejoin', 'round');
  icon.append(path);
  return icon;
}
