-- A later plan gives the value of an earlier one to another year and says nothing of the year that it was promised for.
-- Only where that year was still to come, and only a value for the end of a year: 86% in every year of two plans is no move.
with candidates as (

    select
        earlier.target_id as from_target_id,
        later.target_id as to_target_id,
        later.valid_from,
        row_number() over (
            partition by earlier.target_id order by later.valid_from, abs(later.year - earlier.year), later.year, later.target_id
        ) as later_choice,
        row_number() over (
            partition by later.target_id order by earlier.valid_from desc, abs(later.year - earlier.year), earlier.year desc, earlier.target_id
        ) as earlier_choice
    from {{ ref('int_target_series') }} as earlier
    inner join {{ ref('int_target_series') }} as later
        on earlier.region_code = later.region_code
        and earlier.indicator_id = later.indicator_id
        and earlier.unit_code is not distinct from later.unit_code
        and earlier.plan_id <> later.plan_id
        and earlier.year <> later.year
        and (earlier.measure = 'growth') = (later.measure = 'growth')
        and earlier.valid_from < later.valid_from
    where not earlier.is_period_total
        and not later.is_period_total
        and earlier.period_type in ('by', 'in')
        and later.period_type in ('by', 'in')
        and abs(earlier.target_value - later.target_value) <= greatest(earlier.rounding, later.rounding)
        and earlier.year >= extract(year from later.valid_from)
        and not exists (
            select 1
            from {{ ref('int_target_series') }} as said
            where said.plan_id = later.plan_id and said.series_id = earlier.series_id
        )
        -- Neither series has another version in between.
        and not exists (
            select 1
            from {{ ref('int_target_series') }} as between_them
            where between_them.target_id not in (earlier.target_id, later.target_id)
                and (
                    between_them.series_id = earlier.series_id
                    and between_them.valid_from > earlier.valid_from
                    and between_them.valid_from < later.valid_from
                    or between_them.series_id = later.series_id and between_them.valid_from < later.valid_from
                )
        )

)

select from_target_id, to_target_id, valid_from
from candidates
where later_choice = 1 and earlier_choice = 1
