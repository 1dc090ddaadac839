"""Lessons: a study, how to look at it, a few sentences, and the numbers that it must show."""

from explorer.study.lessons.catalogue import LESSONS, Lessons
from explorer.study.lessons.lesson import CHAPTERS, Lesson
from explorer.study.lessons.reading import LessonFailure, read_lesson
from explorer.study.stated import Number

__all__ = [
    "CHAPTERS",
    "LESSONS",
    "Lesson",
    "LessonFailure",
    "Lessons",
    "Number",
    "read_lesson",
]
