"""Figures drawn with QPainter, on a screen, in a picture or on paper."""
