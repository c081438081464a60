// Small facts that change with the reader's clock and place, told by the browser itself.

import { clock } from "./clock.js";
import { say } from "./words.js";

class Elapsed extends HTMLElement {
  static observedAttributes = ["seconds"];

  connectedCallback() {
    this.setAttribute("role", "timer");
    this.timer = setInterval(() => this.show(), 1000);
    this.show();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  attributeChangedCallback() {
    this.since = performance.now() - 1000 * Number(this.getAttribute("seconds"));
    this.show();
  }

  show() {
    this.textContent = clock((performance.now() - this.since) / 1000);
    this.title = say("Time since it was asked for");
  }
}

// The day, or of today the time; with "exact" both. It stands in a tree of its own, where a page that is drawn anew leaves it alone.
class When extends HTMLElement {
  static observedAttributes = ["datetime"];

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
  }

  attributeChangedCallback() {
    const then = new Date(this.getAttribute("datetime"));
    const today = then.toDateString() === new Date().toDateString();
    const format = this.hasAttribute("exact") ? { dateStyle: "medium", timeStyle: "medium" } : today ? { timeStyle: "short" } : { dateStyle: "medium" };
    const time = document.createElement("time");
    time.dateTime = then.toISOString();
    time.title = then.toLocaleString();
    time.textContent = new Intl.DateTimeFormat(undefined, format).format(then);
    this.shadowRoot.replaceChildren(time);
  }
}

// Tells a wait until it is over, and then what is waited for instead.
class Until extends HTMLElement {
  static observedAttributes = ["datetime", "then"];

  connectedCallback() {
    this.timer = setInterval(() => this.show(), 1000);
    this.show();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  attributeChangedCallback() {
    this.show();
  }

  show() {
    const then = new Date(this.getAttribute("datetime"));
    const seconds = Math.ceil((then - Date.now()) / 1000);
    this.textContent = seconds <= 0 ? this.getAttribute("then")
      : seconds < 90 ? say("Trying again in {0} s", seconds)
      : say("Trying again at {0}", new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(then));
    this.title = seconds <= 0 ? "" : then.toLocaleString();
  }
}

// What is left goes down by itself; when the range is over, it is no longer promised.
class Left extends HTMLElement {
  static observedAttributes = ["from", "to"];

  connectedCallback() {
    this.timer = setInterval(() => this.show(), 1000);
    this.show();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  attributeChangedCallback() {
    this.since = performance.now();
    this.show();
  }

  show() {
    const gone = (performance.now() - this.since) / 1000;
    const from = Number(this.getAttribute("from")) - gone;
    const to = Number(this.getAttribute("to")) - gone;
    const [least, most] = [Left.about(from), Left.about(to)];
    this.textContent = to <= 0 ? say("taking longer than usual")
      : to < 8 ? say("a few seconds left")
      : from < 8 ? say("up to {0} left", most)
      : least === most ? say("about {0} left", most)
      : say("{0} to {1} left", least, most);
  }

  static about(seconds) {
    return seconds < 90 ? `${Math.max(5, Math.round(seconds / 5) * 5)} s` : `${Math.ceil(seconds / 60)} min`;
  }
}

// Speaks up only when the limit is near.
class Count extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.getAttribute("for"));
    this.show = this.show.bind(this);
    this.field.addEventListener("input", this.show);
    this.show();
  }

  disconnectedCallback() {
    this.field.removeEventListener("input", this.show);
  }

  show() {
    const max = Number(this.getAttribute("max"));
    const length = this.field.value.length;
    this.hidden = length < max * 0.9;
    this.toggleAttribute("over", length > max);
    this.textContent = length === this.field.maxLength
      ? say("Cut off here: {0} of {1} characters", length.toLocaleString(), max.toLocaleString())
      : say("{0} of {1} characters", length.toLocaleString(), max.toLocaleString());
  }
}

customElements.define("sf-elapsed", Elapsed);
customElements.define("sf-when", When);
customElements.define("sf-until", Until);
customElements.define("sf-left", Left);
customElements.define("sf-count", Count);
