-- Published figures with their region, indicator and maturity. The region must be known by its full name: a singular
-- test raises on any that is not.
with unique_full_names as (

    {{ unique_full_names() }}

)

select
    figures.figure_id as record_id,
    regions.region_code,
    links.indicator_id,
    {{ first_day('figures.year') }} as period_start,
    {{ last_day_of('figures.year') }} as period_end,
    'year' as period_kind,
    round(figures.value * links.factor, 8) as value,
    indicators.unit_code,
    figures.value_text,
    figures.unit_text,
    case figures.status
        when '最终' then 'final'
        when '初步核算' then 'preliminary'
        when '快报' then 'flash'
        else 'unknown'
    end as maturity,
    'statistics' as source_kind,
    figures.source_title,
    cast(null as varchar) as department_name,
    figures.source,
    figures.published_on as recorded_at,
    cast(null as date) as superseded_at,
    figures.publication_rule,
    figures.document_id,
    figures.input_path,
    figures.line,
    cast(null as varchar) as statement_id,
    cast(null as integer) as start_char,
    cast(null as integer) as end_char,
    cast(null as varchar) as quote,
    true as is_in_table,
    false as is_corrected,
    cast(null as varchar) as correction_note,
    true as is_current
from {{ ref('stg_published_figures') }} as figures
inner join {{ ref('int_figure_indicators') }} as links on figures.figure_id = links.figure_id
inner join {{ ref('int_indicators') }} as indicators on links.indicator_id = indicators.indicator_id
left join unique_full_names as regions on figures.region_text = regions.name_text
