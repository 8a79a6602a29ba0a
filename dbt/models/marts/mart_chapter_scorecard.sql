-- Chapters in the order of the text: by the first target of each.
with chapters as (

    select *, min(start_char) over (partition by plan_id, chapter_name) as chapter_start_char
    from {{ ref('int_scorecard_targets') }}

)

select
    {{ stable_id(['plan_id', 'chapter_name', 'attribute_class', 'period_kind', 'period_end']) }} as scorecard_id,
    plan_id,
    chapter_name,
    chapter_start_char,
    attribute_class,
    period_kind,
    year,
    month,
    period_end,
    {{ scorecard_measures() }},
    cast(count(status) filter (where {{ list_size('departments') }} = 0) as integer) as no_department_count
from chapters
group by plan_id, chapter_name, chapter_start_char, attribute_class, period_kind, year, month, period_end
order by plan_id, period_kind, period_end, chapter_start_char, chapter_name, attribute_class
