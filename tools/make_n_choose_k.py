"""Write assets/n-choose-k.csv: four samples of 100 classes with 3 labels each. Run once; the file stays."""

import csv
from pathlib import Path

import numpy as np

CLASSES, LABELS, SEED = 100, 3, 20260
SAMPLES = ("three found", "one missed", "near the threshold", "untrained")


def main() -> None:
    random = np.random.default_rng(SEED)
    header = ["sample", *(f"{kind}:c{place:02}" for kind in ("logit", "target") for place in range(CLASSES))]
    lines: list[list[object]] = [header]
    for name in SAMPLES:
        labelled = np.sort(random.choice(CLASSES, LABELS, replace=False))
        logits = random.normal(-3.0, 1.1, CLASSES)
        logits[labelled] = random.normal(2.0, 0.5, LABELS)
        if name == "one missed":
            logits[labelled[1]] = -1.3
        if name == "near the threshold":
            logits[labelled] = [0.4, -0.2, 0.1]
        if name == "untrained":
            logits = random.normal(0.0, 0.1, CLASSES)
        targets = np.isin(np.arange(CLASSES), labelled).astype(int)
        lines.append([name, *(f"{logit:.2f}" for logit in logits), *targets])
    with Path("assets/n-choose-k.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)


if __name__ == "__main__":
    main()
