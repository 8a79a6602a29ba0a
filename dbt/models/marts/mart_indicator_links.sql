with counted as (

    select
        mentions.mention_kind,
        -- Submissions are many and alike: they are counted together.
        case when mentions.mention_kind = 'submission_figure' then 'submissions' else mentions.document_id end as document_id,
        count(*) as mention_count,
        count(*) filter (where mentions.indicator_link = 'name') as name_count,
        count(*) filter (where mentions.indicator_link = 'alias') as alias_count,
        count(*) filter (where mentions.indicator_link in ('own', 'none')) as unlinked_count,
        count(*) filter (where deliverables.indicator_id is not null) as deliverable_count
    from {{ ref('int_indicator_mentions') }} as mentions
    left join {{ ref('int_deliverable_indicators') }} as deliverables on mentions.indicator_id = deliverables.indicator_id
    group by 1, 2

)

select
    {{ stable_id(['mention_kind', 'document_id']) }} as link_count_id,
    mention_kind,
    document_id,
    cast(mention_count as integer) as mention_count,
    cast(name_count as integer) as name_count,
    cast(alias_count as integer) as alias_count,
    cast(unlinked_count as integer) as unlinked_count,
    cast(deliverable_count as integer) as deliverable_count,
    round((name_count + alias_count) * 100.0 / mention_count, 2) as linked_pct,
    round((name_count + alias_count) * 100.0 / nullif(mention_count - deliverable_count, 0), 2) as linked_of_indicators_pct
from counted
order by mention_kind, document_id
