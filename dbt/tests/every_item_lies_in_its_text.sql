-- The place of a project or a result lies inside its plan's text and is not empty, so that it can be shown.
{{ config(meta={'dagster': {'ref': {'name': 'mart_measure_items'}}}) }}
with items as (

    select project_id as item_id, plan_id, start_char, end_char
    from {{ ref('fct_projects') }}

    union all

    select deliverable_id, plan_id, start_char, end_char
    from {{ ref('fct_deliverables') }}

)

select items.item_id, items.start_char, items.end_char
from items
inner join {{ ref('plan_texts') }} as texts on items.plan_id = texts.plan_id
where items.start_char < 0
    or items.end_char <= items.start_char
    or items.end_char > length(texts.text)
