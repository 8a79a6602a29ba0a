with versions as (

    select
        *,
        lag(target_id) over in_series as earlier_target_id,
        lag(target_value) over in_series as earlier_value,
        lag(rounding) over in_series as earlier_rounding,
        lead(target_id) over in_series as later_target_id,
        lead(plan_id) over in_series as later_plan_id,
        lead(valid_from) over in_series as later_valid_from
    from {{ ref('int_target_series') }}
    window in_series as (partition by series_id order by valid_from, plan_id)

),

-- A plan that replaces another drops what it does not hold.
drops as (

    select
        targets.target_id,
        min(replacing.valid_from) as valid_from,
        min_by(replacing.plan_id, replacing.valid_from) as plan_id
    from {{ ref('int_target_series') }} as targets
    inner join {{ ref('int_plan_amendments') }} as amendments
        on targets.plan_id = amendments.amended_plan_id
        and amendments.mode = 'replace'
    inner join {{ ref('int_plan_order') }} as replacing on amendments.plan_id = replacing.plan_id
    left join {{ ref('int_target_series') }} as held
        on held.plan_id = replacing.plan_id
        and held.series_id = targets.series_id
    left join {{ ref('int_target_moves') }} as moves on targets.target_id = moves.from_target_id
    left join {{ ref('int_target_series') }} as moved on moves.to_target_id = moved.target_id
    where held.target_id is null
        and moved.plan_id is distinct from replacing.plan_id
        and replacing.valid_from >= targets.valid_from
    group by targets.target_id

),

ends as (

    select target_id, later_valid_from as ended_on, 1 as precedence, later_plan_id as ended_by_plan_id, later_target_id as next_target_id, cast(null as varchar) as end_event
    from versions
    where later_target_id is not null
    union all
    select moves.from_target_id, moves.valid_from, 2, later.plan_id, moves.to_target_id, 'moved'
    from {{ ref('int_target_moves') }} as moves
    inner join {{ ref('int_target_series') }} as later on moves.to_target_id = later.target_id
    union all
    select target_id, valid_from, 3, plan_id, null, 'dropped'
    from drops

),

first_ends as (

    select *, row_number() over (partition by target_id order by ended_on, precedence) as choice
    from ends

),

begun as (

    select
        versions.*,
        case
            when versions.earlier_target_id is null and moves.from_target_id is not null then 'moved'
            when versions.earlier_target_id is null then 'set'
            when versions.target_value is null and versions.earlier_value is null then 'restated'
            when versions.target_value is null or versions.earlier_value is null then 'reworded'
            when abs(versions.target_value - versions.earlier_value) <= greatest(versions.rounding, versions.earlier_rounding) then 'restated'
            when versions.target_value > versions.earlier_value then 'raised'
            else 'lowered'
        end as event,
        coalesce(versions.earlier_target_id, moves.from_target_id) as previous_target_id
    from versions
    left join {{ ref('int_target_moves') }} as moves on versions.target_id = moves.to_target_id

),

clock as (

    select coalesce({{ as_of_date() }}, max(valid_from)) as today
    from {{ ref('int_target_series') }}

)

select
    begun.target_id,
    begun.series_id,
    begun.plan_id,
    begun.region_code,
    begun.indicator_id,
    begun.year,
    begun.is_period_total,
    begun.target_value,
    begun.comparator,
    begun.unit_code,
    begun.valid_from,
    cast(first_ends.ended_on - interval 1 day as date) as valid_to,
    begun.event,
    begun.previous_target_id,
    previous.plan_id as previous_plan_id,
    previous.year as previous_year,
    previous.target_value as previous_value,
    round(begun.target_value - previous.target_value, 8) as change_value,
    case
        when begun.event = 'raised' then begun.direction <> 'lower'
        when begun.event = 'lowered' then begun.direction = 'lower'
    end as is_stricter,
    coalesce(first_ends.end_event, following.event) as end_event,
    first_ends.ended_by_plan_id,
    first_ends.next_target_id,
    begun.valid_from <= clock.today and coalesce(first_ends.ended_on > clock.today, true) as is_in_force
from begun
cross join clock
left join first_ends on begun.target_id = first_ends.target_id and first_ends.choice = 1
left join begun as following on first_ends.next_target_id = following.target_id
left join {{ ref('int_target_series') }} as previous on begun.previous_target_id = previous.target_id
order by begun.region_code, begun.indicator_id, begun.is_period_total, begun.year, begun.valid_from, begun.plan_id
