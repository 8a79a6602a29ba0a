-- The same fact, or the same target, stated twice in one plan with two values. One row for each two values, at the first
-- place of each. Two values in one sentence of the prose are meant to differ (由上年的1860万美元回落至1725万美元), and a growth
-- over several years is only held against another where both are averages.
with figures as (

    select
        *,
        min(start_char) over same_value as first_start_char,
        count(*) over same_value as value_count
    from {{ ref('int_conflict_figures') }}
    where measure in ('level', 'growth')
        and suspect is null
        and value_high is null
        and is_named_well
        and (measure = 'level' or not coalesce(is_period_total, false) or is_in_table or {{ matches('quote', '年均|递增|每年|平均') }})
    window same_value as (
        partition by plan_id, region_code, concept, unit_code, kind, measure, is_period_total, first_year, end_year, comparator, value, is_in_table
    )

),

-- Ends and starts that a stated rate was worked out from.
rate_fits as (

    select base_statement_id as statement_id, growth_statement_id, growth_value, fits from {{ ref('int_growth_checks') }}
    union all
    select end_statement_id as statement_id, growth_statement_id, growth_value, fits from {{ ref('int_growth_checks') }}

),

rate_votes as (

    select statement_id, bool_or(fits) as fits_a_rate, min(growth_value) filter (where fits) as growth_value
    from rate_fits
    group by statement_id

),

pairs as (

    select
        a.statement_id as statement_id_a,
        b.statement_id as statement_id_b,
        a.region_code,
        a.indicator_id,
        a.indicator_name,
        a.indicator_text as name_a,
        b.indicator_text as name_b,
        -- A scope in brackets, as 每千人医师数（常住人口）, may be another one than that of a name without.
        regexp_extract({{ indicator_key('a.indicator_text') }}, '\(([^()]*(常住|户籍|口径|人口)[^()]*)\)', 1) as scope_a,
        regexp_extract({{ indicator_key('b.indicator_text') }}, '\(([^()]*(常住|户籍|口径|人口)[^()]*)\)', 1) as scope_b,
        a.kind,
        greatest(a.first_year, b.first_year) as start_year,
        least(a.end_year, b.end_year) as year,
        a.value as value_a,
        b.value as value_b,
        a.is_in_table as is_in_table_a,
        b.is_in_table as is_in_table_b,
        a.is_estimate as is_estimate_a,
        b.is_estimate as is_estimate_b,
        a.value_count as value_count_a,
        b.value_count as value_count_b,
        a.comparator in ('eq', 'approx') and b.comparator in ('eq', 'approx') as are_plain,
        a.unit_code,
        a.unit_name,
        a.difference_unit_name,
        {{ where_text('a') }} || '写' || {{ figure_text('a') }} as said_a,
        {{ where_text('b') }} || '写' || {{ figure_text('b') }} as said_b,
        {{ period_text('a') }} as period_a
    from figures as a
    inner join figures as b
        on a.plan_id = b.plan_id
        and a.region_code = b.region_code
        and a.concept = b.concept
        and a.unit_code is not distinct from b.unit_code
        and a.kind = b.kind
        and a.measure = b.measure
        and coalesce(a.is_period_total, false) = coalesce(b.is_period_total, false)
        and a.start_char < b.start_char
        and a.end_year >= b.first_year
        and b.end_year >= a.first_year
        and (not coalesce(a.is_period_total, false) or (a.first_year = b.first_year and a.end_year = b.end_year))
    inner join {{ ref('stg_plan_documents') }} as documents on a.plan_id = documents.document_id
    where a.start_char = a.first_start_char
        and b.start_char = b.first_start_char
        and (
            a.is_in_table
            or b.is_in_table
            or {{ matches('substr(documents.text, a.end_char + 1, b.start_char - a.end_char)', '[。；;\n]') }}
        )
        and {{ figures_differ('a', 'b') }}

)

select
    case
        when pairs.is_in_table_a <> pairs.is_in_table_b then 'prose_against_table'
        when pairs.is_in_table_a then 'table_against_table'
        else 'stated_twice'
    end as conflict_kind,
    case
        when pairs.is_estimate_a or pairs.is_estimate_b or pairs.scope_a <> pairs.scope_b then 'disagreement'
        when pairs.kind = 'actual' or pairs.are_plain then 'contradiction'
        else 'disagreement'
    end as severity,
    pairs.region_code,
    pairs.indicator_id,
    pairs.start_year,
    pairs.year,
    pairs.statement_id_a,
    {{ no_place('a') }},
    pairs.value_a,
    pairs.statement_id_b,
    {{ no_place('b') }},
    pairs.value_b,
    pairs.unit_code,
    {{ size_of('pairs.value_a', 'pairs.value_b') }} as size,
    {{ size_pct_of('pairs.value_a', 'pairs.value_b') }} as size_pct,
    case
        when pairs.is_estimate_a <> pairs.is_estimate_b then case when pairs.is_estimate_b then 'a' else 'b' end
        when rate_a.fits_a_rate and rate_b.fits_a_rate = false then 'a'
        when rate_b.fits_a_rate and rate_a.fits_a_rate = false then 'b'
    end as likelier,
    case
        when pairs.is_estimate_a <> pairs.is_estimate_b then '另一处是预计数'
        when rate_a.fits_a_rate and rate_b.fits_a_rate = false
            then '文中的年均增长' || {{ number_text('rate_a.growth_value') }} || '%由' || {{ number_text('pairs.value_a') }} || '算得，用' || {{ number_text('pairs.value_b') }} || '算不出'
        when rate_b.fits_a_rate and rate_a.fits_a_rate = false
            then '文中的年均增长' || {{ number_text('rate_b.growth_value') }} || '%由' || {{ number_text('pairs.value_b') }} || '算得，用' || {{ number_text('pairs.value_a') }} || '算不出'
    end as likelier_reason,
    pairs.indicator_name || pairs.period_a || case pairs.kind when 'actual' then '的数' else '的目标' end || '前后不一：'
    || pairs.said_a || '，' || pairs.said_b
    || '，相差' || {{ number_text(size_of('pairs.value_a', 'pairs.value_b')) }} || pairs.difference_unit_name || {{ pct_text('pairs.value_a', 'pairs.value_b') }}
    || case
        when {{ indicator_key('pairs.name_a') }} <> {{ indicator_key('pairs.name_b') }}
            then '；两处的名称是“' || pairs.name_a || '”和“' || pairs.name_b || '”，口径可能不同'
        else ''
    end as explanation
from pairs
left join rate_votes as rate_a on pairs.statement_id_a = rate_a.statement_id
left join rate_votes as rate_b on pairs.statement_id_b = rate_b.statement_id
