"use strict";
// States of a live step: what a slider and a hand move, and the numbers that captions state of them.

const States = (() => {
  const { sum, softmax, sigmoid } = Numeric;

  // A state of a step in a language: the step's own values with the words of its losses and classes
  const begun = (step, words, format) => ({
    ...step, words, views: {}, written: Written.writing(format), names: words.names, short: words.short,
    held_name: words.held_name,
    losses: step.losses.map((loss, at) => ({ ...loss, label: words.labels[at] })),
  });

  // Sliders

  const settingsOf = (control, state) => {
    const [key, name] = control.name.split("."), found = state.losses.filter((loss) =>
      (key === "*" || loss.key === key) && name in loss.settings);
    return { name, found: key === "*" ? found : found.slice(0, 1) };
  };
  const valueOf = (control, state) => {
    const { logits, targets } = state, at = state.classes.indexOf(control.name);
    switch (control.kind) {
      case "labels": return targets.filter((t) => t > 0.5).length;
      case "alpha": return state.alpha;
      case "all_logits": return Math.max(...logits.map(Math.abs));
      case "shift": return sum(logits) / logits.length;
      case "setting": {
        const { name, found } = settingsOf(control, state), setting = found[0]?.settings[name];
        return Array.isArray(setting) ? setting[0] : setting ?? NaN;
      }
      default: return at < 0 ? NaN : (control.kind === "logit" ? logits : targets)[at];
    }
  };
  const brought = (control, value) => {
    const found = control.step > 0 ? Number((Math.round(value / control.step) * control.step).toFixed(12)) : value;
    return Math.min(Math.max(found, control.low), control.high);
  };
  const moved = (control, state, wanted) => {
    const value = brought(control, wanted), { logits, targets } = state, at = state.classes.indexOf(control.name);
    switch (control.kind) {
      case "alpha": return { ...state, alpha: Math.min(Math.max(value, state.constants.sharpening.ALPHAS[0]), state.constants.sharpening.ALPHAS[1]) };
      case "labels": return { ...state, targets: targets.map((_, index) => (index < Math.round(value) ? 1 : 0)) };
      case "shift": {
        const by = value - sum(logits) / logits.length;
        return { ...state, logits: logits.map((logit) => logit + by) };
      }
      case "all_logits": {
        const largest = Math.max(...logits.map(Math.abs));
        return largest > 0 && largest < Infinity ? { ...state, logits: logits.map((logit) => logit * (value / largest)) } : state;
      }
      case "setting": return withSetting(control, state, value);
      default: {
        if (at < 0) return state;
        return control.kind === "logit" ? { ...state, logits: logits.with(at, value) } : { ...state, targets: targets.with(at, value) };
      }
    }
  };
  const withSetting = (control, state, value) => {
    const { name, found } = settingsOf(control, state);
    const losses = state.losses.map((loss) => {
      if (!found.includes(loss)) return loss;
      const [low, high, isWhole] = loss.bounds[name], held = Math.min(Math.max(value, low), high);
      return { ...loss, settings: { ...loss.settings, [name]: isWhole ? Math.round(held) : held } };
    });
    return { ...state, losses };
  };
  const shareOf = (control, value) => {
    const held = Math.min(Math.max(value, control.low), control.high);
    if (control.log) return Math.log(held / control.low) / Math.log(control.high / control.low);
    return (held - control.low) / (control.high - control.low);
  };
  const valueAt = (control, share) => brought(control, control.log
    ? control.low * (control.high / control.low) ** share : control.low + (control.high - control.low) * share);
  const written = (control, state) => {
    const value = valueOf(control, state);
    if (!Number.isFinite(value)) return "—";
    if (control.kind === "labels") return `${Written.decimals(value, 0)} / ${Written.decimals(state.classes.length, 0)}`;
    const text = Written.decimals(Math.abs(value), control.digits);
    return value < 0 && Written.showsSomething(text) ? `−${text}` : text;
  };

  // Numbers of captions

  const READ = { sigma: (s) => s.map(sigmoid), sigma2: (s) => s.map((x) => sigmoid(2 * x)), softmax, logit: (s) => s };
  const run = (state, key, logits = state.logits, targets = state.targets) => {
    const loss = state.losses.find((one) => one.key === key);
    if (!loss || !Figures.takes(loss.rule, targets)) return { value: NaN, gradient: logits.map(() => NaN), up: NaN, down: NaN };
    const found = Losses[key].both(logits, targets, loss.settings);
    return { ...found, up: -sum(found.gradient.map((g) => Math.min(g, 0))) + 0, down: sum(found.gradient.map((g) => Math.max(g, 0))) + 0 };
  };
  const alphaOf = (state, alpha = 1) => (typeof alpha === "string" ? state.alpha : alpha);
  const scaled = (state, alpha) => state.logits.map((logit) => alphaOf(state, alpha) * logit);
  const per = (state, mean) => (mean ? state.logits.length : 1);
  const atZero = (state, { loss, what, classes, labelled, mean }) => {
    const targets = Array.from({ length: classes }, (_, at) => (at < labelled ? 1 : 0));
    return run(state, loss, targets.map(() => 0), targets)[what] / (mean ? classes : 1);
  };
  // The logits at which a loss of single classes, or soft ZLPR, is lowest: where its reading is the smoothed target
  const best = (state, key) => {
    const loss = state.losses.find((one) => one.key === key), half = key.includes("zlpr") ? 0.5 : 1;
    if (!loss) return null;
    const { epsilon, convention } = loss.settings, count = state.targets.length;
    const smooth = [(t) => (1 - epsilon) * t + epsilon / count, (t) => (count > 1 ? (1 - epsilon) * t + (epsilon * (1 - t)) / (count - 1) : t),
      (t) => (1 - epsilon) * t + epsilon / 2, (t) => (1 - epsilon) * t + epsilon * (1 - t)][convention];
    return state.targets.map((target) => {
      const t = smooth ? smooth(target) : target;
      return half * (Math.log(t) - Math.log1p(-t));
    });
  };
  const WITH_BEST = ["smoothed_zlpr", "smoothed_bce", "soft_zlpr"];
  // The factor of all logits at which a loss is lowest: the best of a grid, then halved about
  const bestScale = (state, key) => {
    const value = (power) => run(state, key, scaled(state, Math.exp(power))).value, grid = Array.from({ length: 401 }, (_, at) => -10 + at * 0.05);
    const heights = grid.map(value), least = heights.indexOf(Math.min(...heights));
    if (least <= 0 || least === grid.length - 1) return NaN;
    let low = grid[least - 1], high = grid[least + 1];
    for (let turn = 0; turn < 80; turn += 1) {
      const one = low + (high - low) / 3, other = high - (high - low) / 3;
      if (value(one) < value(other)) high = other;
      else low = one;
    }
    return Math.exp((low + high) / 2);
  };
  const QUANTITIES = {
    setting: (state, { loss, parameter }) => {
      const setting = state.losses.find((one) => one.key === loss)?.settings[parameter];
      return Array.isArray(setting) ? setting[0] : setting;
    },
    scale: (state) => state.alpha,
    classes: (state) => state.logits.length,
    labelled: (state) => state.targets.filter((t) => t > 0.5).length,
    share: (state) => sum(state.targets) / state.targets.length,
    target: (state, { of }) => state.targets[state.classes.indexOf(of)],
    level: (state) => sum(state.logits) / state.logits.length,
    gap: (state, { of, under }) => state.logits[state.classes.indexOf(of)] - state.logits[state.classes.indexOf(under)],
    value: (state, { loss, mean }) => run(state, loss).value / per(state, mean),
    gradient: (state, { loss, of }) => run(state, loss).gradient[state.classes.indexOf(of)],
    mass: (state, { loss }) => sum(run(state, loss).gradient.map(Math.abs)),
    up: (state, { loss, mean }) => run(state, loss).up / per(state, mean),
    down: (state, { loss, mean }) => run(state, loss).down / per(state, mean),
    pull: (state, { loss }) => {
      const { up, down } = run(state, loss);
      return up ? down / up : NaN;
    },
    lowest: (state, { loss }) => {
      const found = state.losses.find((one) => one.key === loss);
      return found ? Losses[loss].lowest(state.targets, found.settings) : NaN;
    },
    reading: (state, { by, of, alpha }) => READ[by](scaled(state, alpha))[state.classes.indexOf(of)],
    entropy: (state, { alpha }) => entropy(softmax(scaled(state, alpha))),
    effective: (state, { alpha }) => Math.exp(entropy(softmax(scaled(state, alpha)))),
    sharpened: (state, { loss, alpha }) => run(state, loss, scaled(state, alpha)).value,
    flipped: (state, { loss, of }) => {
      const at = state.classes.indexOf(of);
      return run(state, loss, state.logits, state.targets.with(at, 1 - state.targets[at])).value;
    },
    shifted: (state, { loss, mean }) => {
      const by = mean - sum(state.logits) / state.logits.length;
      return run(state, loss, state.logits.map((logit) => logit + by)).value;
    },
    at_zero: atZero,
    best_alpha: (state, { loss }) => bestScale(state, loss),
    optimum: (state, { loss, by, of }) => {
      const logits = best(state, loss); // none where one would have to run away
      return logits.every(Number.isFinite) ? READ[by](logits)[state.classes.indexOf(of)] : NaN;
    },
  };
  const entropy = (shares) => 0 - sum(shares.map((p) => (p > 0 ? p * Math.log(p) : 0)));
  const isKnown = (state, number) => {
    const { loss } = number.arguments, isShown = !loss || state.losses.some((one) => one.key === loss);
    return number.isPlain && number.quantity in QUANTITIES && isShown && (number.quantity !== "optimum" || WITH_BEST.includes(loss));
  };

  // A number that only labels move is as it was stated while they are
  const hasLabelsOf = (state, { ofTargets }) => Array.isArray(ofTargets) && ofTargets.length === state.targets.length &&
    ofTargets.every((target, at) => target === state.targets[at]);

  const scientific = (value, digits) => {
    if (value === 0) return "0";
    const [mantissa, exponent] = Math.abs(value).toExponential(digits).split("e");
    return `${value < 0 ? "−" : ""}${mantissa} × ${Written.power(Number(exponent))}`;
  };
  const general = (size) => { // four digits, without zeros at the end
    const [whole, part] = String(Number(size.toPrecision(4))).split(".");
    return part === undefined ? whole : `${whole}.${part}`;
  };
  const numberWritten = (number, value) => {
    if (!Number.isFinite(value)) return value !== value ? "—" : value > 0 ? "∞" : "−∞";
    const size = Math.abs(value), judged = number.within ? Math.abs(number.expected ?? NaN) : size;
    if (size >= 1e6 || (judged > 0 && judged < 1e-4)) {
      const least = Math.floor(Math.log10(Math.abs(number.expected))) - Math.floor(Math.log10(2 * number.within) + 1e-9);
      return scientific(value, number.expected && number.within ? Math.max(0, least) : 1);
    }
    const text = number.within ? Written.decimals(size, number.digits) : general(size);
    return value < 0 && Written.showsSomething(text) ? `−${text}` : text;
  };

  // The parts of a caption: texts, and numbers as {text, isOld}; old is what cannot be computed of an edited state
  const caption = (parts, state, isEdited) => parts.map((part) => {
    if (typeof part === "string") return { text: part, isOld: false };
    const number = state.numbers.find((one) => one.name === part.number);
    if (!isEdited || !number || number.isConstant || hasLabelsOf(state, number)) return { text: part.stated, isOld: false };
    if (!isKnown(state, number)) return { text: part.stated, isOld: true };
    return { text: numberWritten(number, QUANTITIES[number.quantity](state, number.arguments)), isOld: false };
  });

  return { begun, valueOf, moved, shareOf, valueAt, written, caption, isKnown, numberWritten, QUANTITIES };
})();
