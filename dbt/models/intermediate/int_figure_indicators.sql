-- The link from a published figure to its indicator, by the rules of statements. A figure that no entry of the catalogue
-- fits keeps an indicator of its own, shared by the figures of that name and quantity.
with figures as (

    select
        figures.figure_id,
        figures.indicator_text,
        {{ indicator_key('figures.indicator_text') }} as indicator_key,
        figures.value,
        unit_names.unit_code,
        units.quantity
    from {{ ref('stg_published_figures') }} as figures
    left join {{ ref('int_unit_names') }} as unit_names on {{ unit_key('figures.unit_text') }} = unit_names.unit_key
    left join {{ ref('units') }} as units on unit_names.unit_code = units.unit_code

),

candidates as (

    select
        figures.figure_id,
        names.indicator_id,
        names.indicator_link,
        conversion.factor,
        row_number() over (
            partition by figures.figure_id
            order by names.indicator_link = 'name' desc, names.indicator_id
        ) as choice
    from figures
    inner join {{ ref('int_indicator_names') }} as names on figures.indicator_key = names.indicator_key
    left join {{ ref('int_unit_conversion') }} as conversion
        on figures.unit_code = conversion.from_unit_code
        and names.unit_code = conversion.to_unit_code
        and not conversion.is_for_change_only
    where figures.value is null or figures.unit_code is null or conversion.factor is not null

)

select
    figures.figure_id,
    coalesce(
        candidates.indicator_id,
        'own_' || left({{ stable_id(["'published'", 'figures.indicator_key', 'figures.quantity']) }}, 16)
    ) as indicator_id,
    coalesce(candidates.indicator_link, 'own') as indicator_link,
    figures.indicator_text as indicator_name,
    figures.unit_code,
    -- In the indicator's unit; a figure with an indicator of its own keeps its unit.
    case when candidates.indicator_id is null then 1.0 else candidates.factor end as factor
from figures
left join candidates on figures.figure_id = candidates.figure_id and candidates.choice = 1
