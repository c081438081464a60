/** On a narrow page the player is a small bar; opened, it takes the whole page, and nothing behind it can be reached. */
export class Sheet {
  constructor(player) {
    this.player = player;
    this.section = player.querySelector(".player");
    this.opener = player.querySelector("[data-do=expand]");
    player.addEventListener("keydown", event => event.key === "Escape" && this.#escape(event));
    player.addEventListener("click", event => event.target.closest(".player-name a") && this.show(false));
    matchMedia("(min-width: 56rem)").addEventListener("change", () => this.show(false));
    // Blazor's script comes after this one.
    addEventListener("load", () => globalThis.Blazor?.addEventListener?.("enhancedload", () => this.show(false)));
  }

  get open() {
    return this.section.classList.contains("whole");
  }

  show(on) {
    if (on === this.open) return;
    this.section.classList.toggle("whole", on);
    this.opener.ariaExpanded = String(on);
    for (const other of this.player.parentElement.children) if (other !== this.player) other.inert = on;
    this.player.querySelector(on ? "[data-do=collapse]" : "[data-do=expand]").focus();
    if (!on && this.player.panel.open) this.player.list();
  }

  #escape(event) {
    if (document.querySelector("dialog:modal")) return;
    if (this.player.panel.open) this.player.list();
    else if (this.open) this.show(false);
    else return;
    event.preventDefault();
  }
}
