// Flet's page loads a script of this name before it starts; here no Python runs in the page, so the name is free.
// Flet's client adds a player for animations from another machine, used or not. The policy of this page would stop
// that; leaving the script out of the page means that it isn't even asked for.
{
  const append = Element.prototype.append;
  const isFromElsewhere = (node) =>
    node instanceof HTMLScriptElement && new URL(node.src, location).origin !== location.origin;
  Element.prototype.append = function (...nodes) {
    append.apply(this, nodes.filter((node) => !isFromElsewhere(node)));
  };
}
