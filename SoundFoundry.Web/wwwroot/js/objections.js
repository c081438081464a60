// What the browser itself finds wrong with a field, in the page's words: the browser's own are in the language of its menus.

import { say } from "./words.js";

/** Of a control that is not valid. */
export function objection(control) {
  const { validity } = control;
  return validity.badInput ? say("This is not whole.")
    : validity.valueMissing ? say("Fill this in.")
    : validity.typeMismatch && control.type === "email" ? say("This is not an e-mail address.")
    : validity.typeMismatch ? say("This is not a whole address, as https://example.com/hook is one.")
    : validity.patternMismatch ? say("Give a whole number.")
    : validity.tooShort ? say("At least {0} characters.", control.minLength)
    : validity.rangeUnderflow ? say("Nothing below {0}.", control.min)
    : validity.rangeOverflow ? say("Nothing above {0}.", control.max)
    : control.validationMessage;
}

/** The first box of a group in which one must be ticked and none is. */
export function unticked(form) {
  return [...form.querySelectorAll("fieldset[data-some]")].find(group => !group.querySelector(":checked"))?.querySelector("input");
}
