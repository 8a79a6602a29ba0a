-- One row a target (plan x region x indicator x year) with the verdict that stands now, or that of the month which ends on
-- $period, and the actual that is shown beside it: the one the verdict is about, else the latest known up to the target's
-- year. $focus narrows it to what is behind, what got worse (of plans that are under way), or what is due in the year of the
-- publication or of the past view and not reached. 约束性 first, then what is behind, and within that in the order of the
-- text; of what is behind or worse the worst light and the oldest first. Chosen first and joined then: the facts are many,
-- the rows shown are few.
with chosen as materialized (
    select
        p.*, pl.doc, t.target_value_text, t.value_high, t.measure, t.resolution, t.period_type, t.start_year, t.end_year,
        t.departments, t.is_disputed, t.is_corrected, t.statement_id as target_statement_id,
        row_number() over (
            order by t.attribute = '约束性' desc nulls last,
                case when $focus in ('behind', 'worse') then -p.light_severity end nulls last,
                case when $focus in ('behind', 'worse') then p.not_green_since end nulls last,
                case p.status
                    when 'regressing' then 0 when 'behind' then 1 when 'not_reported' then 2 when 'on_track' then 3
                    when 'ahead' then 4 when 'achieved' then 5 when 'undetermined' then 6 when 'no_target' then 7 else 8
                end, p.region_code, pl.doc, t.start_char, p.target_year, p.progress_id
        ) as place
    from marts.fct_indicator_progress as p
    inner join marts.fct_indicator_targets as t using (target_id)
    inner join marts.dim_plan as pl on pl.plan_id = p.plan_id
    where
        case when $period is null then p.is_current else p.period_kind = 'month' and p.period_end = $period end
        and ($department is null or list_contains(t.departments, $department))
        and case $focus
            when 'behind' then p.status in ('behind', 'regressing') and not p.is_earlier_plan
            when 'worse' then p.is_worse and not p.is_earlier_plan
            when 'due' then p.target_year = (
                select year(coalesce(max(as_of), cast(max(published_at) as date))) from meta.publication
            )
                and p.status not in ('achieved', 'no_target')
            else true
        end
        and ($region is null or p.region_code = $region)
        and ($plan is null or p.plan_id = $plan)
        and ($status is null or p.status = $status)
        and (not $binding or t.attribute = '约束性')
    order by place
    limit $row_limit
),

at_target_year as (
    select target_id, latest_actual_year
    from marts.fct_indicator_progress
    where is_target_period and target_id in (select target_id from chosen)
),

latest as (
    select a.actual_id, a.region_code, a.indicator_id, a.year
    from marts.fct_indicator_actuals as a
    where a.is_preferred and a.period_kind = 'year'
        and (a.region_code, a.indicator_id) in (select (region_code, indicator_id) from chosen)
)

select
    p.progress_id, p.plan_id, p.doc, p.region_code, coalesce(r.region_name, p.region_code) as region_name,
    p.indicator_id, i.indicator_name, i.indicator_name_en, i.is_catalogued,
    p.target_year as year, p.target_value, p.target_value_text, p.value_high, p.comparator, p.measure, p.resolution,
    coalesce(u.unit_name, p.unit_code, '') as unit_name,
    p.period_type, p.start_year, p.end_year, p.attribute, p.departments, p.is_disputed, p.is_corrected,
    p.target_statement_id,
    p.actual_value, p.completion_pct, p.schedule_gap_points, p.schedule_gap_unit, p.gap_value, p.is_due, p.is_provisional,
    p.status, p.status_reason, p.light, p.not_green_since, p.actual_note,
    coalesce(p.actual_value, a.value) as shown_actual_value,
    case when p.actual_value is not null then p.year else a.year end as shown_actual_year,
    case when p.actual_value is not null then p.month end as shown_actual_month,
    a.value_text as actual_value_text, coalesce(a.is_corrected, false) as actual_is_corrected, a.maturity, a.source_kind,
    a.source_title, a.source, a.statement_id as actual_statement_id, a.input_path as actual_input_path, a.line as actual_line
from chosen as p
inner join marts.dim_indicator as i on i.indicator_id = p.indicator_id
left join marts.dim_region as r on r.region_code = p.region_code
left join marts.dim_unit as u on u.unit_code = p.unit_code
left join at_target_year as d on d.target_id = p.target_id
left join latest
    on latest.region_code = p.region_code and latest.indicator_id = p.indicator_id and latest.year = d.latest_actual_year
left join marts.fct_indicator_actuals as a on a.actual_id = coalesce(p.actual_id, latest.actual_id)
order by p.place
