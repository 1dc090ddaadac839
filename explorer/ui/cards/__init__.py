"""A card: its picture, the hand on it, its menu, and how the cards of the desk are arranged."""
