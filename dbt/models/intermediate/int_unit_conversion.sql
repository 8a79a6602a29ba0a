-- Which units convert into which, and by what factor: value × factor = value in the other unit. Four cases and no other.
with units as (

    select * from {{ ref('units') }}

),

-- 1. Inside one quantity: 万元 -> 亿元, 斤 -> 吨.
same_quantity as (

    select source.unit_code as from_unit_code, target.unit_code as to_unit_code, source.scale / target.scale as factor, false as is_for_change_only
    from units as source
    inner join units as target on source.quantity = target.quantity

),

-- 2. A multiplier without a noun takes the base unit of what is counted (688亿 of output, 18万 of population); a plain
--    number only that of a pure ratio or an index.
bare_numbers as (

    select source.unit_code as from_unit_code, target.unit_code as to_unit_code, source.scale / target.scale as factor, false as is_for_change_only
    from units as source
    inner join units as target
        on (source.scale > 1 and target.quantity in ('money_cny', 'person', 'household', 'count', 'animal'))
        or (source.scale = 1 and target.quantity in ('ratio', 'index'))
    where source.quantity = 'bare'

),

-- 3. Percentage points add to a percentage, as a change and never as a level.
percentage_points as (

    select 'percentage_point' as from_unit_code, 'percent' as to_unit_code, 1.0 as factor, true as is_for_change_only

),

-- 4. A figure per thousand or ten thousand people is written with the unit of what is counted, or with none.
per_people as (

    select source.unit_code as from_unit_code, target.unit_code as to_unit_code, 1.0 as factor, false as is_for_change_only
    from units as source
    cross join units as target
    where source.unit_code in ('number', 'item', 'person') and target.quantity like 'per_people%'

)

select * from same_quantity
union all
select * from bare_numbers
union all
select * from percentage_points
union all
select * from per_people
