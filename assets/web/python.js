// Flet's page loads a script of this name before it starts; here no Python runs in the page, so the name is free.
"use strict";

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

const STYLE = `
  :root { --paper: #F5FAFD; --ink: #171C1F; --soft: #40484C; --button: #00677F; --on-button: #FFFFFF; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #0F1416; --ink: #DEE3E6; --soft: #BFC8CC; --button: #87D1EB; --on-button: #003543; }
  }
  html, body, #loading { background: var(--paper) !important; }
  #ring { position: fixed; box-sizing: border-box; z-index: 9; pointer-events: none; border: 3px solid var(--ink); border-radius: 12px;
          box-shadow: 0 0 0 2px var(--paper), inset 0 0 0 1px var(--paper); }
  #away { position: fixed; inset: 0; z-index: 10; display: flex; flex-direction: column; align-items: center;
          justify-content: center; gap: 16px; padding: 24px; overflow: auto; text-align: center;
          background: var(--paper); color: var(--ink); font: 1rem/1.5 Roboto, system-ui, sans-serif; }
  #away img { width: 120px; }
  #away h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
  #away p { margin: 0; max-width: 34em; color: var(--soft); }
  #away button { min-height: 48px; padding: 12px 24px; border: 0; border-radius: 24px; font: inherit;
                 background: var(--button); color: var(--on-button); }
  #away button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
`;
{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets.push(sheet);
}

// What the app tells its page, kept by the browser: its language, and what to say when the app has gone away.
const TOLD = "flutter.stridewell.page";
const told = () => {
  try {
    return JSON.parse(JSON.parse(localStorage.getItem(TOLD)));
  } catch {
    return null;
  }
};
{
  const speak = () => {
    const language = told()?.language;
    if (language) document.documentElement.lang = language;
  };
  const set = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    set.call(this, key, value);
    if (key === TOLD) speak();
  };
  speak();
}

// Flutter forbids the browser to enlarge the page, and leaves the tree for screen readers without a landmark.
window.addEventListener(
  "flutter-first-frame",
  () => {
    document.querySelector("meta[name=viewport]")?.setAttribute("content", "width=device-width, initial-scale=1.0");
    document.querySelector("flt-semantics-host")?.setAttribute("role", "main");
  },
  { once: true },
);

// The app lives behind a socket. When that has been closed for a while, Flet's client would say "Working..." and no
// more; it goes on trying, and the page comes back by itself.
{
  const PATIENCE_MS = 2000;
  // Asked for while there still is somebody to answer
  const picture = Object.assign(new Image(), { src: "icons/loading-animation.png", alt: "" });
  let waiting = 0;

  // A page that is loaded anew while nobody answers would be the browser's own, and stay it.
  const tryAgain = () =>
    fetch("manifest.json", { cache: "no-store" }).then(
      () => location.reload(),
      () => {},
    );
  const show = () => {
    const words = told();
    if (!words || document.getElementById("away")) return;
    const away = document.createElement("div");
    away.id = "away";
    away.setAttribute("role", "alert");
    const title = Object.assign(document.createElement("h1"), { textContent: words.title });
    const sentence = Object.assign(document.createElement("p"), { textContent: words.sentence });
    const again = Object.assign(document.createElement("button"), { textContent: words.again, type: "button" });
    again.addEventListener("click", tryAgain);
    document.body.append(away);
    away.append(picture, title, sentence, again);
    document.querySelector("flutter-view")?.setAttribute("inert", "");
  };
  const gone = () => {
    waiting ||= setTimeout(show, PATIENCE_MS);
  };
  const back = () => {
    clearTimeout(waiting);
    waiting = 0;
    document.getElementById("away")?.remove();
    document.querySelector("flutter-view")?.removeAttribute("inert");
  };

  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener("open", back);
      this.addEventListener("close", gone);
    }
  };
  window.addEventListener("pagehide", back);
}

// The keyboard. Flutter visits what lies in one row of the window before the next, so that Tab jumps between a rail
// and the columns beside it. The tree for screen readers has the order in which one reads: here Tab follows that, the
// page draws the ring, and Enter and Space press what is ringed.
{
  const TREE = "flt-semantics-host";
  const STOPS = `${TREE} [tabindex="0"], ${TREE} input, ${TREE} textarea`;
  const ring = Object.assign(document.createElement("div"), { id: "ring" });
  const AROUND = 4;
  let isOn = false;

  const follow = () => {
    const at = document.activeElement;
    const isShown = isOn && at?.closest(TREE) && at.matches(STOPS);
    if (isShown) {
      const box = at.getBoundingClientRect();
      const place = {
        left: box.left - AROUND,
        top: box.top - AROUND,
        width: box.width + 2 * AROUND,
        height: box.height + 2 * AROUND,
      };
      for (const [side, length] of Object.entries(place)) ring.style[side] = `${length}px`;
      if (!ring.isConnected) document.body.append(ring);
    } else {
      ring.remove();
    }
    if (isOn) requestAnimationFrame(follow);
  };
  const turnOn = () => {
    if (!isOn) requestAnimationFrame(follow);
    isOn = true;
  };
  // The tree is built when somebody asks for it, and takes a moment.
  const enterTree = () => {
    const first = document.querySelector(STOPS);
    if (first) first.focus();
    else requestAnimationFrame(enterTree);
  };
  const tab = (event) => {
    event.stopImmediatePropagation();
    if (event.type !== "keydown") return;
    turnOn();
    const door = document.querySelector("flt-semantics-placeholder");
    if (!door) return;
    event.preventDefault();
    door.click();
    enterTree();
  };
  const press = (event) => {
    const at = document.activeElement;
    if (!isOn || !at?.closest(TREE) || !at.hasAttribute("flt-tappable") || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "keydown" && !event.repeat) at.click();
  };
  // A table that is wider than the page: the arrow keys bring what is beside it into view.
  const ASIDE = { ArrowLeft: -80, ArrowRight: 80 };
  const scroll = (event) => {
    const at = document.activeElement;
    const wide = isOn && !at?.matches("input, textarea") && at?.closest(`${TREE} [style*="overflow-x: scroll"]`);
    if (!wide || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "keydown") wide.scrollBy(ASIDE[event.key], 0);
  };
  for (const type of ["keydown", "keyup"]) {
    window.addEventListener(
      type,
      (event) => {
        if (event.key === "Tab") tab(event);
        else if (event.key === "Enter" || event.key === " ") press(event);
        else if (event.key in ASIDE) scroll(event);
      },
      true,
    );
  }
  window.addEventListener("pointerdown", () => { isOn = false; }, true);
}
