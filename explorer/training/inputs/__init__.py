"""What the tasks are made of: normal numbers, label sets, synthetic features, and files of samples."""
