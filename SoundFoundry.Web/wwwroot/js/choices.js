// Choices about the look that the server draws from a cookie, so that the first paint is right already.
//   <sf-theme><select>…</select></sf-theme>      system, light or dark: at once
//   <sf-language><select>…</select></sf-language> a language: by loading the page again

class Theme extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", event => {
      const theme = event.target.value;
      keep("theme", theme);
      if (theme === "system") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
    });
  }
}

class Language extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", event => {
      keep("language", `c=|uic=${event.target.value}`);
      location.reload();
    });
  }
}

function keep(name, value) {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
}

customElements.define("sf-theme", Theme);
customElements.define("sf-language", Language);
