-- Since when a published figure was out: the day that its file states, else by the first rule of publication_rules that
-- gives a day. No figure of a year is out before the year ends, except where a written date is that of an estimate made
-- within it (快报, 预计数); and whatever the usual day, a figure was out when it was received.
with figures as (

    select
        landed.figure_id,
        landed.year,
        -- A series over years, downloaded at its end, may be revised all along: none of it was out before.
        max(landed.year) over (partition by landed.document_id, landed.source_title, landed.source) as source_year,
        landed.published_on as stated_on,
        coalesce(landed.source_title, '') as title,
        coalesce(landed.source, '') as address,
        landed.status = '快报' or {{ matches("coalesce(landed.source_title, '')", '预计|快报') }} as is_estimate,
        inputs.received_date
    from {{ source('landing', 'published_figures') }} as landed
    inner join {{ ref('stg_inputs') }} as inputs on landed.document_id = inputs.document_id
    where inputs.is_readable and inputs.is_first_of_bytes

),

-- A title and an address come many times over: each is held against the patterns once.
texts as (

    select 'title' as read_in, title as looked_at from figures
    union
    select 'address' as read_in, address as looked_at from figures

),

found as (

    select
        texts.read_in,
        texts.looked_at,
        rules.rule_order,
        rules.publication_rule,
        rules.year_from,
        rules.add_years,
        rules.month,
        rules.day,
        {{ captured('texts.looked_at', "coalesce(rules.pattern, '')", 1) }} as first_part,
        {{ captured('texts.looked_at', "coalesce(rules.pattern, '')", 2) }} as second_part,
        {{ captured('texts.looked_at', "coalesce(rules.pattern, '')", 3) }} as third_part
    from texts
    inner join {{ ref('publication_rules') }} as rules
        on texts.read_in = rules.read_in
        and {{ matches_column('texts.looked_at', "coalesce(rules.pattern, '')") }}

),

candidates as (

    select
        figures.figure_id,
        figures.year,
        figures.stated_on,
        figures.received_date,
        figures.is_estimate,
        found.rule_order,
        found.publication_rule,
        found.year_from,
        case
            when found.year_from = 'written' and found.third_part is not null
                then {{ date_or_null('found.first_part', 'found.second_part', 'found.third_part') }}
            when found.year_from = 'written'
                then {{ last_day_of_month(date_or_null('found.first_part', 'found.second_part', "'1'")) }}
            else {{ date_or_null(
                "case found.year_from when 'title' then found.first_part when 'source' then cast(figures.source_year as varchar) else found.year_from end",
                'found.month', 'found.day', 'found.add_years',
            ) }}
        end as found_on
    from figures
    inner join found
        on (found.read_in = 'title' and figures.title = found.looked_at)
        or (found.read_in = 'address' and figures.address = found.looked_at)

),

ranked as (

    select *, row_number() over (partition by figure_id order by rule_order) as choice
    from candidates
    where found_on >= {{ last_day_of('year') }}
        or (year_from = 'written' and is_estimate and found_on >= {{ first_day('year') }})

)

select
    figure_id,
    case
        when stated_on is not null then stated_on
        when year_from <> 'written' and received_date < found_on then received_date
        else found_on
    end as published_on,
    case
        when stated_on is not null then 'stated'
        when year_from <> 'written' and received_date < found_on then 'received'
        else publication_rule
    end as publication_rule
from ranked
where choice = 1
