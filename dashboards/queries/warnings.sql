-- One row a warning with its owner, its age on the day of the publication or of the past view, and what was last done about
-- it; open ones first, those due first before the others.
with events as (
    select warning_id, event_kind, occurred_on, reason, recorded_by,
        row_number() over (partition by warning_id order by event_number desc) as newest_first
    from marts.fct_supervision_events
    where is_in_order and is_of_present_run
)
select
    w.warning_id, w.warning_kind, w.state, w.is_open, w.plan_id, pl.doc, w.region_code, r.region_name, w.indicator_id,
    w.indicator_name, i.indicator_name_en, w.target_year, w.attribute, w.department_names, w.raised_on, w.running_count, w.due_date, w.is_extended,
    w.answered_on, w.closed_on, w.message, w.quote, w.statement_id,
    e.event_kind, e.occurred_on, e.reason, e.recorded_by,
    date_diff('day', w.raised_on, p.today) as age_days, w.due_date < p.today as is_overdue
from marts.mart_warnings as w
cross join (
    select coalesce(max(as_of), cast(max(published_at) as date)) as today from meta.publication
) as p
left join marts.dim_indicator as i on i.indicator_id = w.indicator_id
left join marts.dim_region as r on r.region_code = w.region_code
left join marts.dim_plan as pl on pl.plan_id = w.plan_id
left join events as e on e.warning_id = w.warning_id and e.newest_first = 1
where
    ($region is null or w.region_code = $region)
    and ($unit is null or list_contains(w.department_names, $unit))
    and ($kind is null or w.warning_kind = $kind)
    and (w.is_open or not $open)
order by w.is_open desc, w.due_date, w.attribute = '约束性' desc nulls last, w.raised_on, w.region_code, w.warning_id
limit $row_limit
