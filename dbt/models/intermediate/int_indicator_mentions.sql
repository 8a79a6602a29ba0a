-- Every place where a source names an indicator, with how the name was linked.
select
    case statements.kind when 'target' then 'plan_target' else 'plan_actual' end as mention_kind,
    statements.document_id,
    links.indicator_name as name_text,
    links.indicator_id,
    links.indicator_link,
    statements.statement_id as record_id,
    statements.start_char as place,
    statements.quote
from {{ ref('int_statement_indicators') }} as links
inner join {{ ref('int_reviewed_statements') }} as statements on links.statement_id = statements.statement_id
where statements.is_rejected is not true

union all

select
    'published_figure',
    figures.document_id,
    links.indicator_name,
    links.indicator_id,
    links.indicator_link,
    figures.figure_id,
    figures.line,
    figures.source_title
from {{ ref('int_figure_indicators') }} as links
inner join {{ ref('stg_published_figures') }} as figures on links.figure_id = figures.figure_id

union all

select
    'submission_figure',
    figures.submission_id,
    coalesce(figures.indicator_text, figures.item_name),
    figures.indicator_id,
    case
        when figures.indicator_id is null then 'none'
        when starts_with(figures.indicator_id, 'own_') then 'own'
        else 'name'
    end,
    figures.figure_id,
    figures.ordinal,
    figures.item_name
from {{ ref('stg_submission_figures') }} as figures
where figures.item_kind = 'indicator'
