{{ config(materialized='table') }}
-- What each target starts from. The plan's own latest stated value from before its years; where the plan states none, or
-- an older one, the latest published figure of the three years before. A target that a plan reckons up of the plan before
-- it starts from what that plan states and from nothing else. A relative target (提高0.8个百分点, 翻一番) means the plan's
-- own value where there is one, however old; where the text names the year (比2010年翻一番), the value of that year or none.
with targets as (

    select
        targets.statement_id,
        targets.year,
        targets.document_id,
        targets.region_code,
        targets.indicator_id,
        targets.measure in ('change', 'times') as is_relative,
        case
            when targets.measure in ('change', 'times')
                then cast(nullif(regexp_extract({{ without_space('statements.quote') }}, '比((19|20)[0-9]{2})年', 1), '') as integer)
        end as named_base_year,
        coalesce(targets.end_year < plans.start_year, false) as is_earlier_plan,
        least(targets.first_year, case when targets.end_year >= plans.start_year then plans.start_year end) as first_year
    from {{ ref('int_target_years') }} as targets
    inner join {{ ref('int_plans') }} as plans on targets.document_id = plans.document_id
    inner join {{ ref('int_reviewed_statements') }} as statements on targets.statement_id = statements.statement_id

),

candidates as (

    select
        targets.statement_id,
        targets.year,
        targets.is_relative,
        bases.base_year,
        bases.base_value,
        'plan' as base_source,
        bases.base_statement_id as base_id
    from targets
    inner join {{ ref('int_plan_bases') }} as bases
        on targets.document_id = bases.document_id
        and targets.region_code = bases.region_code
        and targets.indicator_id = bases.indicator_id
        and targets.first_year > bases.base_year
        and coalesce(targets.named_base_year, bases.base_year) = bases.base_year

    union all

    select
        targets.statement_id,
        targets.year,
        targets.is_relative,
        actuals.year as base_year,
        actuals.value as base_value,
        'published' as base_source,
        actuals.actual_id as base_id
    from targets
    inner join {{ ref('int_actuals') }} as actuals
        on targets.region_code = actuals.region_code
        and targets.indicator_id = actuals.indicator_id
        and targets.first_year > actuals.year
        and (targets.first_year <= actuals.year + 3 or targets.named_base_year is not null)
        and coalesce(targets.named_base_year, actuals.year) = actuals.year
    where not targets.is_earlier_plan
        and actuals.is_preferred
        and actuals.period_kind = 'year'
        and actuals.source_kind = 'statistics'
        and actuals.value is not null

),

ranked as (

    select
        *,
        row_number() over (
            partition by statement_id, year
            order by
                is_relative and base_source = 'plan' desc,
                base_year desc,
                base_source = 'plan' desc
        ) as choice
    from candidates

)

select statement_id, year, base_year, base_value, base_source, base_id
from ranked
where choice = 1
