with unlinked as (

    select
        mentions.mention_kind,
        case when mentions.mention_kind = 'submission_figure' then 'submissions' else mentions.document_id end as document_id,
        mentions.name_text,
        {{ indicator_key('mentions.name_text') }} as indicator_key,
        count(*) as mention_count,
        bool_or(deliverables.indicator_id is not null) as is_deliverable,
        min_by(mentions.record_id, mentions.place) as first_record_id,
        min_by(mentions.quote, mentions.place) as first_quote
    from {{ ref('int_indicator_mentions') }} as mentions
    left join {{ ref('int_deliverable_indicators') }} as deliverables on mentions.indicator_id = deliverables.indicator_id
    where mentions.indicator_link in ('own', 'none') and mentions.name_text is not null
    group by 1, 2, 3, 4

),

-- The names of the catalogue that look most like it, for whoever decides: none is taken by itself.
suggestions as (

    select
        unlinked.mention_kind,
        unlinked.document_id,
        unlinked.name_text,
        catalogue.indicator_name,
        max({{ similarity('unlinked.indicator_key', 'names.indicator_key') }}) as similarity
    from unlinked
    inner join {{ ref('int_indicator_names') }} as names on {{ similarity('unlinked.indicator_key', 'names.indicator_key') }} >= 0.5
    inner join {{ ref('indicators') }} as catalogue on names.indicator_id = catalogue.indicator_id
    where not unlinked.is_deliverable
    group by 1, 2, 3, 4

),

ranked as (

    select *, row_number() over (partition by mention_kind, document_id, name_text order by similarity desc, indicator_name) as choice
    from suggestions

),

listed as (

    select mention_kind, document_id, name_text, {{ list_of('indicator_name', 'choice') }} as suggested_names
    from ranked
    where choice <= 3
    group by mention_kind, document_id, name_text

)

select
    {{ stable_id(['unlinked.mention_kind', 'unlinked.document_id', 'unlinked.name_text']) }} as unlinked_name_id,
    unlinked.mention_kind,
    unlinked.document_id,
    unlinked.name_text,
    cast(unlinked.mention_count as integer) as mention_count,
    unlinked.is_deliverable,
    coalesce(listed.suggested_names, {{ empty_list() }}) as suggested_names,
    unlinked.first_record_id,
    unlinked.first_quote
from unlinked
left join listed
    on unlinked.mention_kind = listed.mention_kind
    and unlinked.document_id = listed.document_id
    and unlinked.name_text = listed.name_text
order by unlinked.is_deliverable, unlinked.mention_kind, unlinked.document_id, unlinked.name_text
