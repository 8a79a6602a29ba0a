-- One row a plan: how much of what was read could be linked, resolved and checked.
with statements as (
    select
        s.plan_id, count(*) as statement_count,
        count(*) filter (where s.kind = 'target') as target_statement_count,
        count(*) filter (where s.kind = 'actual') as actual_statement_count,
        count(*) filter (where i.is_catalogued) as catalogued_count,
        count(*) filter (where s.value is null) as no_value_count,
        count(*) filter (where s.suspect is not null) as suspect_count
    from marts.fct_plan_statements as s
    left join marts.dim_indicator as i using (indicator_id)
    group by all
),
targets as (
    select
        plan_id, count(*) as target_count,
        count(*) filter (where resolution = 'unresolved') as unresolved_count,
        count(*) filter (where is_disputed) as disputed_count
    from marts.fct_indicator_targets group by all
),
findings as (
    select plan_id, count(*) as finding_count from marts.fct_reading_findings where plan_id is not null group by all
)
select
    pl.plan_id, pl.doc, pl.plan_title, pl.region_name,
    coalesce(s.statement_count, 0) as statement_count, coalesce(s.target_statement_count, 0) as target_statement_count,
    coalesce(s.actual_statement_count, 0) as actual_statement_count, coalesce(s.catalogued_count, 0) as catalogued_count,
    coalesce(s.no_value_count, 0) as no_value_count, coalesce(s.suspect_count, 0) as suspect_count,
    coalesce(t.target_count, 0) as target_count, coalesce(t.unresolved_count, 0) as unresolved_count,
    coalesce(t.disputed_count, 0) as disputed_count, coalesce(f.finding_count, 0) as finding_count
from marts.dim_plan as pl
left join statements as s using (plan_id)
left join targets as t using (plan_id)
left join findings as f using (plan_id)
order by pl.doc, pl.plan_id
