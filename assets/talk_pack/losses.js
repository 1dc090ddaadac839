"use strict";
// The elementary losses in float64: value, gradient and lowest value of one sample, written as in explorer/losses.
// `Losses[KEY].both(logits, targets, settings)` gives {value, gradient}; `lowest(targets, settings)` the infimum,
// NaN where no closed form is known. Settings are complete; a number or one for each class.

const SMALLEST = 2.2250738585072014e-308; // the least normal number
const LARGEST = Number.MAX_VALUE;

const Numeric = (() => {
  const sum = (values) => {
    // by halves: the rounding errors of a thousand terms stay those of ten
    const of = (from, to) => {
      if (to - from < 9) {
        let total = 0;
        for (let at = from; at < to; at += 1) total += values[at];
        return total;
      }
      const middle = (from + to) >> 1;
      return of(from, middle) + of(middle, to);
    };
    return of(0, values.length);
  };
  const top = (values) => values.reduce((most, each) => (each > most || each !== each ? each : most), -Infinity);
  const times = (weight, value) => (weight === 0 ? 0 : weight * value);
  const finite = (value) => Math.min(value, LARGEST);
  const softplus = (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  const exponentials = (x) => {
    const rise = Math.exp(Math.min(x, 0)), fall = Math.exp(Math.min(-x, 0));
    return { rise, fall, tail: rise * fall };
  };
  const sigmoid = (x) => {
    const { rise, tail } = exponentials(x);
    return rise / (1 + tail);
  };
  const below = (values) => {
    const most = top(values);
    return values.map((value) => (value === most && value === Infinity ? 0 : value - most));
  };
  const softmax = (values) => {
    const terms = below(values).map(Math.exp), total = sum(terms);
    return terms.map((term) => term / total);
  };
  const logaddexp = (a, b) => Math.max(a, b) + Math.log1p(Math.exp(a === b ? 0 : -Math.abs(a - b)));
  // log(1 + e^anchor total) of 1 + what is beyond 1, so that a sum near 0 keeps its digits
  const logOneAnd = (anchor, total) => anchor + Math.log1p(Math.expm1(-anchor) + total);
  // log(1 + sum of w e^a) and the shares of its terms
  const weightedLogAndShares = (weights, exponents) => {
    const anchored = exponents.map((a, at) => (weights[at] > 0 ? a + Math.log(weights[at]) : -Infinity));
    const anchor = Math.max(0, top(anchored));
    const terms = exponents.map((a, at) => {
      const root = weights[at] > 0 ? Math.exp(0.5 * (a === anchor && a === Infinity ? 0 : a - anchor)) : 1;
      return weights[at] * root * root;
    });
    const total = sum(terms), whole = Math.exp(-anchor) + total;
    return { log: logOneAnd(anchor, total), shares: terms.map((term) => term / whole) };
  };
  const each = (setting, at) => (Array.isArray(setting) ? setting[at] : setting);
  return { sum, top, times, finite, softplus, exponentials, sigmoid, below, softmax, logaddexp, logOneAnd,
    weightedLogAndShares, each };
})();

const Losses = (() => {
  const { sum, top, times, finite, softplus, exponentials, sigmoid, below, logaddexp, logOneAnd,
    weightedLogAndShares, each } = Numeric;

  // Conventions of smoothing, by their number
  const smoothings = [
    (t, e, n) => (1 - e) * t + e / n,
    (t, e, n) => (n > 1 ? (1 - e) * t + (e * (1 - t)) / (n - 1) : t),
    (t, e) => (1 - e) * t + e / 2,
    (t, e) => (1 - e) * t + e * (1 - t),
  ];
  const smoothed = (targets, p) =>
    targets.map((t) => smoothings[Math.trunc(p.convention)](t, p.epsilon, targets.length));

  // A loss that is a sum of terms of single classes
  const termwise = (term) => (s, t, p) => {
    const found = s.map((logit, at) => term(logit, t[at], p, at));
    return { value: sum(found.map((one) => one[0])), gradient: found.map((one) => one[1]) };
  };

  const bce = {
    both: termwise((s, t, p, at) => {
      const weight = each(p.weight, at), labelled = weight * each(p.pos_weight, at) * t;
      const unlabelled = weight * (1 - t), { rise, fall, tail } = exponentials(s), soft = Math.log1p(tail);
      const value = times(labelled, Math.max(-s, 0) + soft) + times(unlabelled, Math.max(s, 0) + soft);
      return [value, (unlabelled * rise - labelled * fall) / (1 + tail)];
    }),
    lowest: (t, p) => sum(t.map((target, at) => {
      const weight = each(p.weight, at), labelled = weight * each(p.pos_weight, at) * target;
      const unlabelled = weight * (1 - target), both = labelled + unlabelled;
      if (labelled < 0 || unlabelled < 0) return -Infinity;
      return 0 - times(labelled, Math.log(labelled / both)) - times(unlabelled, Math.log(unlabelled / both));
    })),
  };
  const even = { pos_weight: 1, weight: 1 };

  const crossEntropy = {
    both: (s, t, p) => {
      const gaps = below(s).map((gap) => gap / p.temperature), terms = gaps.map(Math.exp);
      const leading = gaps.map((gap) => (gap === 0 ? 1 : 0));
      // what is 1 is kept apart from what is small beside it
      const rest = sum(terms.map((term, at) => term - leading[at])) + (sum(leading) - 1);
      const mass = sum(t), matched = sum(t.map((target, at) => times(target, gaps[at])));
      const gradient = terms.map((term, at) =>
        (mass * term - t[at] - t[at] * rest) / ((1 + rest) * p.temperature));
      return { value: times(mass, Math.log1p(rest)) - matched, gradient };
    },
    lowest: (t) => {
      const mass = sum(t);
      if (t.length > 1 && t.some((target) => target < 0)) return -Infinity;
      return 0 - sum(t.map((target) => times(target, Math.log(target / mass))));
    },
  };

  // ZLPR of s - s0, without taking s0 from s
  const compared = (s, t, threshold) => {
    const labelled = t.map((target) => target === 1), exponents = s.map((x, at) => (labelled[at] ? -x : x));
    const side = (wanted) => top(exponents.filter((_, at) => labelled[at] === wanted));
    const outer = Math.max(side(false), threshold), inner = Math.max(side(true), -threshold);
    const terms = exponents.map((a, at) => Math.exp(finite(a) - finite(labelled[at] ? inner : outer)));
    const above = sum(terms.filter((_, at) => !labelled[at])), under = sum(terms.filter((_, at) => labelled[at]));
    const beside = Math.exp(threshold - outer) + above, beneath = Math.exp(-threshold - inner) + under;
    return {
      value: logOneAnd(outer - threshold, above) + logOneAnd(inner + threshold, under),
      gradient: terms.map((term, at) => term / (labelled[at] ? -beneath : beside)),
    };
  };

  const softZlpr = {
    both: (s, t) => {
      const pull = weightedLogAndShares(t.map((target) => 1 - target), s);
      const push = weightedLogAndShares(t, s.map((x) => -x));
      return { value: pull.log + push.log, gradient: pull.shares.map((share, at) => share - push.shares[at]) };
    },
    lowest: (t) => 2 * Math.log1p(sum(t.map((target) => Math.sqrt(target * (1 - target))))),
  };

  const pairwise = (s, t, p) => {
    const labelled = t.map((target) => target === 1), signed = s.map((x, at) => (labelled[at] ? -x : x));
    const tops = [false, true].map((wanted) => top(signed.filter((_, at) => labelled[at] === wanted)));
    const anchors = tops.map((most) => (most === -Infinity ? 0 : most));
    const terms = signed.map((a, at) => Math.exp(p.gamma * (finite(a) - finite(anchors[labelled[at] ? 1 : 0]))));
    const sums = [false, true].map((wanted) => sum(terms.filter((_, at) => labelled[at] === wanted)) || 1);
    const opposed = Math.abs(tops[0]) === Infinity && tops[0] === -tops[1];
    const widest = opposed ? -Infinity : tops[0] + tops[1];
    const total = p.gamma * (widest + p.margin) + Math.log(sums[0]) + Math.log(sums[1]);
    const strength = p.gamma * sigmoid(total);
    const gradient = terms.map((term, at) => (strength * term) / (labelled[at] ? -sums[1] : sums[0]));
    return { value: softplus(total), gradient };
  };

  const focal = termwise((s, t, p) => {
    const { rise, fall, tail } = exponentials(s), others = 1 - t;
    const excess = others * rise, shortfall = t * fall, missed = Math.max(excess + shortfall, SMALLEST);
    const soft = Math.log1p(tail);
    const entropy = times(t, Math.max(-s, 0) + soft) + times(others, Math.max(s, 0) + soft);
    const balance = p.alpha >= 0 ? p.alpha * t + (1 - p.alpha) * others : 1;
    const factor = balance * Math.exp(p.gamma * (Math.log(missed) - soft));
    const change = (p.gamma * finite(entropy) * (others - t) * tail) / missed + (excess - shortfall);
    return [times(factor, entropy), (factor * change) / (1 + tail)];
  });

  // (1 - p)^gamma times the lesser of -log p and `most`
  const aslLabelled = (s, gamma, most) => {
    const whole = softplus(-s), cost = Math.min(whole, most), free = whole <= most ? 1 : 0;
    const factor = Math.exp(-gamma * finite(softplus(s)));
    return [times(factor, cost), -factor * (gamma * finite(cost) * sigmoid(s) + free * sigmoid(-s))];
  };
  const aslUnlabelled = (s, p, most) => {
    const probability = sigmoid(s), complement = sigmoid(-s), over = probability - p.clip;
    const safe = Math.max(over, SMALLEST), factor = Math.exp(p.gamma_negative * Math.log(safe));
    const near = -Math.log1p(-Math.min(Math.max(over, 0), 0.5));
    const far = -logaddexp(-softplus(s), p.clip ? Math.log(p.clip) : -Infinity) - Math.LN2;
    const whole = near + Math.max(far, 0), cost = Math.min(whole, most), free = whole <= most ? 1 : 0;
    const share = Math.max(complement, SMALLEST) / Math.max(complement + p.clip, SMALLEST);
    const change = p.gamma_negative * finite(cost) * ((complement * probability) / safe) + free * share * probability;
    return [times(factor, cost), over > 0 ? factor * change : 0];
  };
  const asl = termwise((s, t, p) => {
    const most = p.floor ? -Math.log(p.floor) : Infinity;
    return t === 1 ? aslLabelled(s, p.gamma_positive, most) : aslUnlabelled(s, p, most);
  });

  const hill = termwise((s, t, p) => {
    if (t === 1) return aslLabelled(s - p.margin, p.gamma, Infinity);
    const probability = sigmoid(s), square = probability * probability;
    return [(p.weight - probability) * square, (2 * p.weight - 3 * probability) * square * sigmoid(-s)];
  });

  const logNorm = (s, t, p) => {
    const size = Math.max(...s.map(Math.abs)), far = s.map((x) => (Math.abs(x) === Infinity ? Math.sign(x) : 0));
    const relative = size === Infinity ? far : s.map((x) => x / (size === 0 ? 1 : size));
    const norm = Math.sqrt(size === 0 ? 1 : sum(relative.map((x) => x * x)));
    const gaps = below(relative).map((gap) => gap / norm), found = crossEntropy.both(gaps, t, p);
    const along = sum(gaps.map((gap, at) => gap * found.gradient[at])) / norm;
    const whole = norm * (size === 0 ? 1 : size);
    return { value: found.value, gradient: found.gradient.map((pull, at) => (pull - relative[at] * along) / whole) };
  };
  const logNormLowest = (t, p) => {
    const mass = sum(t), parts = t.map((target) => target / (mass === 0 ? 1 : mass)), n = t.length;
    if (Math.max(...parts) === 1) {
      const sure = Math.log1p((n - 1) * Math.exp(-Math.sqrt(n / (n - 1)) / p.temperature));
      return times(mass, n > 1 ? sure : 0);
    }
    const logs = parts.map(Math.log), mean = sum(logs) / n;
    const away = sum(logs.map((log) => (log - mean) ** 2)) * p.temperature ** 2;
    return away <= 1 ? mass * (0 - sum(parts.map((part, at) => times(part, logs[at])))) : NaN;
  };

  // On each side the logarithm of a blend: of ZLPR's sum at amount 0, of BCE's product at amount 1
  const log = (x) => (x > 0 ? Math.log(x) : -Infinity);
  const peelSide = (exponents, weights, amount) => {
    const first = weightedLogAndShares(weights, exponents);
    const product = sum(exponents.map((a, at) => times(weights[at], softplus(a))));
    const gap = product === first.log && product === Infinity ? 0 : product - first.log;
    const near = Math.log1p(amount * Math.expm1(Math.max(Math.min(gap, 1), -1)));
    const far = logaddexp(log(1 - amount), log(amount) + gap);
    const part = sigmoid(gap + (log(amount) - log(1 - amount)));
    return {
      value: first.log + (Math.abs(gap) < 1 ? near : far),
      gradient: exponents.map((a, at) => (1 - part) * first.shares[at] + part * (weights[at] * sigmoid(a))),
    };
  };
  const isHard = (t) => t.every((target) => target === 0 || target === 1);
  const peel = {
    both: (s, t, p) => {
      const above = peelSide(s, t.map((target) => 1 - target), p.amount);
      const under = peelSide(s.map((x) => -x), t, p.amount);
      return { value: above.value + under.value, gradient: above.gradient.map((pull, at) => pull - under.gradient[at]) };
    },
    lowest: (t, p) => {
      if (p.amount === 0) return softZlpr.lowest(t);
      if (p.amount === 1) return bce.lowest(t, even);
      return isHard(t) ? 0 : NaN;
    },
  };

  const zero = () => 0;
  const single = { temperature: 1 };
  return {
    bce, peel,
    smoothed_bce: {
      both: (s, t, p) => bce.both(s, smoothed(t, p), even), lowest: (t, p) => bce.lowest(smoothed(t, p), even),
    },
    cross_entropy: crossEntropy,
    label_smoothing: {
      both: (s, t, p) => crossEntropy.both(s, smoothed(t, p), single),
      lowest: (t, p) => crossEntropy.lowest(smoothed(t, p)),
    },
    logit_norm: { both: logNorm, lowest: logNormLowest },
    zlpr: { both: (s, t) => compared(s, t, 0), lowest: zero },
    threshold_pairwise: { both: (s, t, p) => compared(s, t, p.threshold), lowest: zero },
    soft_zlpr: softZlpr,
    smoothed_zlpr: {
      both: (s, t, p) => softZlpr.both(s, smoothed(t, p)), lowest: (t, p) => softZlpr.lowest(smoothed(t, p)),
    },
    pairwise: { both: pairwise, lowest: zero },
    focal: { both: focal, lowest: (t) => (isHard(t) ? 0 : NaN) },
    asl: { both: asl, lowest: zero },
    hill: { both: hill, lowest: zero },
  };
})();
