"""Documents from the published marts: the bulletin (通报), the weekly sheet (会商), the quarterly pack (推进会).

What is said stands apart from how it looks: `reading` takes the marts to `content`, `bulletin` and `meetings`
take the content to blocks, `word`, `annex` and `page` take blocks to files. Pure functions apart from `build`; nothing
here knows of Dagster.
"""
