// Half of a character, as a broken paste leaves it, can't be written in UTF-8: no server could be told of the field. It becomes the sign for
// an unknown one, where it can be seen, before anything else reads the field.

function mend({ target }) {
  if (typeof target.value === "string" && !target.value.isWellFormed()) target.value = target.value.toWellFormed();
}

addEventListener("input", mend, true);
addEventListener("change", mend, true);
