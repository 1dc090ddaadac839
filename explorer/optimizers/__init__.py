"""Optimizers: one file each, pure updates as torch.optim defines them."""
