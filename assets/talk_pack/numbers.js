"use strict";
// Numbers as figures write them, and the limits and ticks of their axes, as the program's explorer/plots makes them.

const Written = (() => {
  const SUPERSCRIPTS = { "-": "⁻" };
  [..."⁰¹²³⁴⁵⁶⁷⁸⁹"].forEach((letter, digit) => { SUPERSCRIPTS[digit] = letter; });
  const showsSomething = (text) => /[1-9]/.test(text);
  // decimals of a size, ties to the even digit as Python has them, thousands parted
  const decimals = (size, digits, thousands = ",") => {
    let text = size.toFixed(digits);
    const isTie = Number.isInteger(size * 2 ** (digits + 1)) && (size * 10 ** digits) % 1 === 0.5;
    if (isTie) {
      const down = Math.floor(size * 10 ** digits), even = down % 2 === 0 ? down : down + 1;
      text = (even / 10 ** digits).toFixed(digits);
    }
    const [whole, part] = text.split(".");
    const parted = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
    return part === undefined ? parted : `${parted}.${part}`;
  };
  const power = (exponent) => "10" + [...String(exponent)].map((letter) => SUPERSCRIPTS[letter]).join("");
  const writing = (format) => {
    const chosen = (digits) => (digits >= 2 ? digits + format.digits : digits);
    const scientific = (value, digits = 2) => {
      if (!Number.isFinite(value)) return "—";
      if (value === 0) return "0";
      const [mantissa, exponent] = Math.abs(value).toExponential(digits).split("e");
      return `${value < 0 ? format.minus : ""}${mantissa} × ${power(Number(exponent))}`;
    };
    const fixed = (value, digits = 2, exactly = false) => {
      if (!Number.isFinite(value)) return "—";
      if (Math.abs(value) >= 1e6) return scientific(value);
      const text = decimals(Math.abs(value), exactly ? digits : chosen(digits), format.thousands);
      return value < 0 && showsSomething(text) ? format.minus + text : text;
    };
    const signed = (value, digits = 2, exactly = false) => {
      const text = fixed(value, digits, exactly);
      return value > 0 && text !== "—" && showsSomething(text) ? `+${text}` : text;
    };
    const logit = (value) => signed(value, Math.abs(value) < 100 ? 2 : 1);
    const probability = (value) => {
      const shown = chosen(2), smallest = 10 ** -shown;
      return value > 0 && value < smallest / 2 ? `<${smallest.toFixed(shown)}` : fixed(value, 2);
    };
    const target = (value) => (value === 0 || value === 1 ? String(value) : fixed(value, 2));
    const tight = (value) => {
      const size = Math.abs(value);
      if (size >= 1e5 && size < Infinity) return scientific(value, 0).replaceAll(" ", "");
      return fixed(value, size < 1e2 ? 2 : size < 1e3 ? 1 : 0);
    };
    return { fixed, signed, logit, probability, target, tight, scientific };
  };
  return { writing, decimals, power, showsSomething };
})();

const Limits = (() => {
  const SLACK = 1e-9, WIDEST = 1e6, NICE = [1, 2, 2.5, 5], FOURS = [1, 2, 4, 5], MOST = 6;
  const UNITS = [[1e9, 1e9, "G"], [1e6, 1e6, "M"], [1e4, 1e3, "k"]];
  const rounded = (value, digits) => {
    const scale = 10 ** digits, found = Math.round(value * scale) / scale;
    return (Number.isFinite(found) ? found : value) + 0;
  };
  const decimals = (step) => {
    const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), scaled = step * 10 ** digits;
    return Math.abs(scaled - Math.round(scaled)) < 1e-6 ? digits : digits + 1;
  };
  const tidy = (value, step) => rounded(value, Math.min(decimals(step) + 9, 15));
  const multiples = (low, high, step) => {
    const least = Math.min(low, high), most = Math.max(low, high), first = Math.ceil(least / step - SLACK);
    return [first, Math.floor(most / step + SLACK) - first + 1];
  };
  const niceStep = (low, high, most = MOST, factors = NICE) => {
    const span = Math.abs(high - low);
    if (!(Number.isFinite(span) && span > 0)) return 1;
    const smallest = Math.floor(Math.log10(span / most)) - 1;
    for (let power = smallest; power < smallest + 4; power += 1) {
      for (const factor of factors) {
        const step = power >= 0 ? factor * 10 ** power : factor / 10 ** -power;
        if (multiples(low, high, step)[1] <= most) return step;
      }
    }
    return span;
  };
  const ticks = (low, high, written, { signed = false, most = MOST, factors = NICE } = {}) => {
    const largest = Math.max(Math.abs(low), Math.abs(high));
    const [, unit, sign] = UNITS.find(([start]) => largest >= start) ?? [0, 1, ""];
    const step = niceStep(low, high, most, factors), digits = decimals(step / unit);
    const [first, amount] = multiples(low, high, step), write = signed ? written.signed : written.fixed;
    return Array.from({ length: Math.max(amount, 0) }, (_, index) => {
      const at = rounded((first + index) * step, decimals(step));
      return { at, text: write(at / unit, digits, true) + (at ? sign : ""), keep: at === 0 };
    });
  };
  const fitted = (low, high, most = MOST, part = 1) => {
    if (!(high > low)) [low, high] = [low - 0.5, low + 0.5];
    for (let step = niceStep(low, high, most); ;) {
      const unit = step * part;
      const ends = [Math.floor(low / unit + SLACK) * unit, Math.ceil(high / unit - SLACK) * unit];
      const needed = niceStep(...ends, most);
      if (needed <= step) return ends.map((end) => tidy(end, unit));
      step = needed;
    }
  };
  const grown = (kept, wanted, step) => {
    let [low, high] = kept;
    if (wanted[0] < low) low = Math.min(low, tidy(low - Math.ceil((low - wanted[0]) / step - SLACK) * step, step));
    if (wanted[1] > high) high = Math.max(high, tidy(high + Math.ceil((wanted[1] - high) / step - SLACK) * step, step));
    return [low, high];
  };
  const held = (kept, fit, data, factors = NICE) =>
    kept ? grown(kept, data, niceStep(...kept, MOST, factors)) : fit;
  const heldSymmetric = (kept, fit, largest) => {
    const reach = kept ? Math.max(Math.abs(kept[0]), Math.abs(kept[1])) : fit;
    if (largest <= reach) return [-reach, reach];
    const top = kept ? grown([0, reach], [0, largest], niceStep(-reach, reach))[1] : fitted(0, largest, 4)[1];
    return [-top, top];
  };
  const extent = (values, none = [0, 0]) => {
    const finite = values.filter(Number.isFinite);
    if (!finite.length) return none;
    const low = finite.reduce((a, b) => Math.min(a, b)), high = finite.reduce((a, b) => Math.max(a, b));
    return [Math.max(low, -WIDEST), Math.min(high, WIDEST)];
  };
  return { ticks, fitted, held, heldSymmetric, extent, FOURS, WIDEST };
})();
