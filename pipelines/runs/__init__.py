"""One run of the pipeline: what it depends on, how it is shown, what it says at its end."""
