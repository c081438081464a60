// Signs in with a passkey, and makes new ones. The browser does the work; Api says what it wants and judges what it gets.

import { call } from "./calls.js";
import { redraw } from "./redraw.js";
import { say } from "./words.js";

class Passkey extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.hidden = !window.PublicKeyCredential?.parseRequestOptionsFromJSON;
    this.button.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.button.removeEventListener("click", this);
  }

  async handleEvent() {
    this.button.disabled = true;
    this.querySelector(".said")?.remove();
    try {
      await (this.hasAttribute("make") ? this.make() : this.signIn());
    } catch (error) {
      // Closing the browser's own dialog is no fault.
      if (error.name !== "NotAllowedError" && error.name !== "AbortError") this.say(error.message);
    } finally {
      this.button.disabled = false;
    }
  }

  async signIn() {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await this.ask("/api/auth/passkey/options"));
    const credential = await navigator.credentials.get({ publicKey: options });
    await this.ask("/api/auth/passkey", { credential: credential.toJSON(), remember: this.remembers() });
    location.assign(this.getAttribute("next"));
  }

  /** As the box beside the password says. */
  remembers() {
    return document.querySelector("input[name=remember]")?.checked ?? true;
  }

  async make() {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await this.ask("/api/passkeys/options"));
    const credential = await navigator.credentials.create({ publicKey: options });
    await this.ask("/api/passkeys", { credential: credential.toJSON(), name: Passkey.device() });
    await redraw();
  }

  async ask(path, body) {
    const answer = await call("POST", path, body);
    if (!answer.ok) throw new Error(answer.body?.detail ?? say("That did not work."));
    return answer.body;
  }

  /** A name to know it by later. */
  static device() {
    const system = navigator.userAgentData?.platform || navigator.platform || say("this device");
    return `${system}, ${new Date().toLocaleDateString()}`;
  }

  say(text) {
    const line = document.createElement("p");
    line.className = "error said";
    line.setAttribute("role", "alert");
    line.textContent = text;
    this.append(line);
  }
}

customElements.define("sf-passkey", Passkey);
