export const moreBelowTag = 'legimi-dalej';

/** A list that still moves needs no hint yet. */
const rest = 250;
/** Pixels that may be hidden without a loss: the list's own margin. */
const margin = 24;

/**
 * Defines the button that shows up at the lower edge of the conversation while a part of it lies
 * below: a long answer is shown from its beginning, and the suggested answers hide its end. The
 * greeting is shown from its beginning here, because Web Chat would show its end.
 */
export function defineMoreBelow(label: string): void {
  customElements.define(
    moreBelowTag,
    class extends HTMLElement {
      readonly #button = document.createElement('button');
      #timer: ReturnType<typeof setTimeout> | undefined;
      #isGreeting = true;
      #stop = (): void => undefined;

      connectedCallback(): void {
        this.#button.type = 'button';
        this.#button.textContent = label;
        this.#button.hidden = true;
        this.replaceChildren(this.#button);
        // Web Chat puts the list into the page together with this element, in either order.
        requestAnimationFrame(() => this.#watch());
      }

      disconnectedCallback(): void {
        this.#stop();
      }

      #watch(): void {
        const list = this.parentElement?.querySelector('.webchat__basic-transcript__scrollable');
        if (!list) return;
        const look = (): void => this.#look(list);
        const size = new ResizeObserver(look);
        size.observe(list);
        const content = new MutationObserver(look);
        content.observe(list, { childList: true, subtree: true });
        list.addEventListener('scroll', look, { passive: true });
        this.#button.onclick = () => {
          list.scrollBy({ top: list.clientHeight - 2 * margin, behavior: 'smooth' });
          // The button will be gone, and a keyboard must have somewhere to go on from.
          this.parentElement?.focus();
        };
        this.#stop = () => {
          clearTimeout(this.#timer);
          size.disconnect();
          content.disconnect();
          list.removeEventListener('scroll', look);
        };
        look();
      }

      #look(list: Element): void {
        clearTimeout(this.#timer);
        if (!isCut(list)) this.#button.hidden = true;
        this.#timer = setTimeout(() => {
          if (this.#isGreeting) this.#showGreeting(list);
          this.#button.hidden = !isCut(list);
        }, rest);
      }

      #showGreeting(list: Element): void {
        if (list.querySelector('.webchat__bubble') === null) return;
        this.#isGreeting = false;
        if (list.querySelector('.webchat__bubble--from-user') === null) list.scrollTop = 0;
      }
    },
  );
}

function isCut(list: Element): boolean {
  return list.scrollHeight - list.scrollTop - list.clientHeight > margin;
}
