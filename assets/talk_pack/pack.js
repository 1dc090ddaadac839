"use strict";
// The page of a talk pack: steps, keys, fingers, both languages, both themes, and the live steps under the hand.

const Talk = (() => {
  const WIDTH = 1920, HEIGHT = 1080;
  const root = document.documentElement, stage = document.getElementById("stage");
  const count = Pack.steps.length;
  let index = 0, language = Pack.language, state = null, isEdited = false, pressed = "";

  const section = (at = index) => stage.querySelector(`section[data-step="${at}"][lang="${language}"]`);
  const words = () => Pack.words[language];

  // Showing a step

  const fit = () => {
    const unit = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
    stage.style.transform = `translate(${(innerWidth - WIDTH * unit) / 2}px, ${(innerHeight - HEIGHT * unit) / 2}px) scale(${unit})`;
  };
  // a text too long for its place gets smaller letters, down to 0.7
  const shrink = (element) => {
    for (const share of [1, 0.9, 0.8, 0.7]) {
      element.style.fontSize = share === 1 ? "" : `calc(var(--size) * ${share})`;
      if (element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1) break;
    }
  };
  // all pages are measured once, so that those which nobody has seen are printed well too
  const measure = () => {
    root.classList.add("measuring");
    stage.querySelectorAll(".title, .caption, .words").forEach(shrink);
    stage.querySelectorAll("input").forEach((input) => input.style.setProperty("--share", input.value / 1000));
    root.classList.remove("measuring");
  };
  const show = (to) => {
    index = Math.min(Math.max(to, 0), count - 1);
    isEdited = false;
    for (const each of stage.querySelectorAll("section")) each.classList.toggle("now", each === section());
    const step = Pack.steps[index];
    state = step.live ? States.begun(step.live, step.words[language], Pack.format) : null;
    if (state) draw(true);
    document.querySelectorAll("#dots button").forEach((dot, at) => {
      dot.className = at === index ? "here" : at < index ? "behind" : "ahead";
      dot.setAttribute("aria-current", at === index ? "step" : "false");
    });
    document.getElementById("back").disabled = index === 0;
    document.getElementById("on").disabled = index === count - 1;
    root.lang = language === "zh" ? "zh-Hans" : language;
    document.title = words().title;
    history.replaceState(null, "", `#${index + 1}`);
  };

  // Live steps

  const template = (card) => Pack.steps[index].words[language].templates[card];
  const sizeOf = (card) => [card.clientWidth / Pack.scale, card.clientHeight / Pack.scale];
  const draw = (isFirst = false) => {
    const views = { ...state.views };
    section().querySelectorAll(".card").forEach((card, at) => {
      const made = Assembled.figure(template(at), state), [width, height] = sizeOf(card);
      const drawn = Paint.figure(made, width, height, pressed);
      card.innerHTML = `<svg viewBox="0 0 ${width} ${height}" role="img" class="live">${drawn.svg}</svg>`;
      card.firstChild.setAttribute("aria-label", isFirst ? made.description : made.title);
      card.figure = made;
      card.place = drawn.place;
      views[made.key] = { x: [made.x.low, made.x.high], y: [made.y.low, made.y.high] };
    });
    state = { ...state, views };
    if (isEdited) tell();
    slider();
    section().classList.toggle("edited", isEdited);
  };
  const tell = () => {
    const caption = section().querySelector(".caption span"), parts = States.caption(Pack.steps[index].words[language].caption, state, isEdited);
    caption.replaceChildren(...parts.map(({ text, isOld }) => {
      if (!isOld) return document.createTextNode(text);
      const number = document.createElement("span");
      number.className = "old";
      number.title = words().old;
      number.textContent = `${text}*`;
      return number;
    }));
    shrink(caption.parentElement);
    section().querySelector(".old-note").hidden = !parts.some((part) => part.isOld);
  };
  const slider = () => {
    const input = section().querySelector("input"), control = state.control;
    if (!input || !control) return;
    const share = States.shareOf(control, States.valueOf(control, state)), shown = Number.isFinite(share) ? share : 0;
    if (document.activeElement !== input || Math.abs(input.value / 1000 - shown) > 0.002) input.value = shown * 1000;
    input.style.setProperty("--share", shown);
    const text = States.written(control, state);
    section().querySelector("output").textContent = text;
    input.setAttribute("aria-valuetext", text);
  };
  const edit = (next) => {
    state = next;
    isEdited = true;
    draw();
  };
  const reset = () => {
    const own = Pack.steps[index].words[language].caption.map((part) => (typeof part === "string" ? part : part.stated)).join("");
    section().querySelector(".caption span").textContent = own;
    section().querySelector(".old-note").hidden = true;
    show(index);
  };

  // The hand on a card

  const rounded = (value) => Math.round(value * 100) / 100;
  const spot = (card, event) => {
    const box = card.getBoundingClientRect(), unit = box.width / sizeOf(card)[0];
    return [(event.clientX - box.left) / unit, (event.clientY - box.top) / unit];
  };
  const grabbed = (card, x, y) => {
    const { figure, place } = card, { plot } = place;
    const chip = figure.handles.find((handle) => handle.shape === "chip" && inside(Paint.boxOf(place, handle), x, y));
    if (chip) return chip;
    const isInPlot = x >= plot.x - 4 && x <= plot.right + 4 && y >= plot.y - 22 && y <= plot.bottom + 6;
    if (!isInPlot || figure.note) return null;
    const at = Math.min(Math.max(Math.round(place.toData(x, y)[0]), 0), state.logits.length - 1);
    return figure.handles.find((handle) => handle.id === `logit:${at}` || handle.shape === "cursor") ?? null;
  };
  const inside = (box, x, y) => x >= box.x - 2 && x <= box.x + box.width + 2 && y >= box.y - 6 && y <= box.y + box.height + 6;
  const drag = (card, handle, x, y) => {
    const [kind, at] = handle.id.split(":"), data = card.place.toData(x, y), { x: across, y: up } = card.figure;
    const held = (value, axis) => rounded(Math.min(Math.max(value, axis.low), axis.high));
    if (kind === "logit") edit({ ...state, held: Number(at), logits: state.logits.with(Number(at), held(data[1], up)), held_name: nameOf(Number(at)) });
    if (kind === "slice") edit({ ...state, logits: state.logits.with(state.sliceClass, held(data[0], across)) });
    if (kind === "alpha") edit({ ...state, alpha: rounded(10 ** Math.min(Math.max(data[0], across.low), across.high)) });
  };
  const nameOf = (at) => state.classes[at];
  const toggle = (at) => edit({ ...state, targets: state.targets.with(at, state.targets[at] === 1 ? 0 : 1) });
  stage.addEventListener("pointerdown", (event) => {
    const card = event.target.closest(".card");
    if (!state || !card?.figure || event.button) return;
    const handle = grabbed(card, ...spot(card, event));
    if (!handle) return;
    event.preventDefault();
    if (handle.shape === "chip") {
      toggle(Number(handle.id.split(":")[1]));
      return;
    }
    pressed = handle.id;
    card.setPointerCapture(event.pointerId);
    drag(card, handle, ...spot(card, event));
    card.onpointermove = (moving) => drag(card, handle, ...spot(card, moving));
    card.onpointerup = card.onpointercancel = () => {
      card.onpointermove = card.onpointerup = card.onpointercancel = null;
      pressed = "";
      draw();
    };
  });
  stage.addEventListener("input", (event) => {
    if (state?.control) edit(States.moved(state.control, state, States.valueAt(state.control, event.target.value / 1000)));
  });
  stage.addEventListener("pointermove", (event) => {
    const card = event.target.closest(".card");
    if (state && card?.figure && !pressed) card.classList.toggle("grab", Boolean(grabbed(card, ...spot(card, event))));
  });

  // Keys, fingers and buttons

  const flip = (name) => root.classList.toggle(name);
  const nextTheme = () => {
    const isDark = root.dataset.theme === "dark" || (root.dataset.theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.theme = isDark ? "light" : "dark";
  };
  const nextLanguage = () => {
    const before = state, wasEdited = isEdited;
    language = Pack.languages[(Pack.languages.indexOf(language) + 1) % Pack.languages.length];
    label();
    show(index);
    if (!before || !wasEdited) return;
    const fresh = States.begun(Pack.steps[index].live, Pack.steps[index].words[language], Pack.format);
    const losses = before.losses.map((loss, at) => ({ ...loss, label: fresh.losses[at].label }));
    isEdited = true;
    state = { ...fresh, logits: before.logits, targets: before.targets, alpha: before.alpha, held: before.held, held_name: before.held_name, views: before.views, losses };
    draw();
  };
  const label = () => {
    for (const button of document.querySelectorAll("[data-says]")) {
      const text = words()[button.dataset.says];
      button.title = text;
      button.setAttribute("aria-label", text);
    }
  };
  const fullScreen = () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.());
  const ACTIONS = {
    back: () => show(index - 1), on: () => show(index + 1), blank: () => flip("blank"), notes: () => flip("with-notes"),
    theme: nextTheme, language: nextLanguage, full: fullScreen, reset,
  };
  const KEYS = {
    ArrowRight: "on", ArrowDown: "on", PageDown: "on", " ": "on", ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
    b: "blank", ".": "blank", n: "notes", t: "theme", l: "language", f: "full", r: "reset",
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input") && event.key.startsWith("Arrow")) return;
    const isBlank = root.classList.contains("blank");
    if (event.key === "Home") show(0);
    else if (event.key === "End") show(count - 1);
    else if (isBlank && event.key === "Escape") root.classList.remove("blank");
    else if (event.key === " " && event.target.matches("button")) return;
    else if (KEYS[event.key] ?? KEYS[event.key.toLowerCase()]) ACTIONS[KEYS[event.key] ?? KEYS[event.key.toLowerCase()]]();
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-does]");
    if (root.classList.contains("blank")) root.classList.remove("blank");
    else if (button) ACTIONS[button.dataset.does]();
    else if (event.target.closest("#dots button")) show(Number(event.target.closest("#dots button").dataset.to));
  });
  let start = null;
  document.addEventListener("touchstart", (event) => {
    const touch = event.touches.length === 1 ? event.touches[0] : null;
    start = touch && !event.target.closest("input, button") && !pressed ? [touch.clientX, touch.clientY] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!start || pressed) return;
    const [x, y] = [event.changedTouches[0].clientX - start[0], event.changedTouches[0].clientY - start[1]];
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) show(index + (x < 0 ? 1 : -1));
  }, { passive: true });
  let resting = 0;
  const wake = () => {
    root.classList.remove("resting");
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.add("resting"), 2000);
  };
  document.addEventListener("pointermove", wake);
  document.addEventListener("pointerdown", wake);
  addEventListener("resize", fit);
  addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1 || 0));

  fit();
  root.classList.add("scripted", "resting");
  measure();
  label();
  show(Number(location.hash.slice(1)) - 1 || 0);
  return { show, edit, states: () => state, at: () => index };
})();
