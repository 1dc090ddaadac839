"""What several metrics are counted from: F1 over thresholds and calibration bins."""
