/** Gets the page anew from the server and changes what is different, without ending the music. */
export function redraw(address = location.href) {
  return new Promise(resolve => {
    const done = () => {
      Blazor.removeEventListener("enhancedload", done);
      resolve();
    };
    Blazor.addEventListener("enhancedload", done);
    Blazor.navigateTo(address, { replaceHistoryEntry: address === location.href });
  });
}
