"""Time and memory of the main job and of its stages: ``make bench``."""
