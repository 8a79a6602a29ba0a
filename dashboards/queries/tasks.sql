-- One row a numbered measure (任务), in the order of the text, with how many items it has of each kind. A numbered section
-- without owner and without items (指导思想, 基本原则) is no task.
select
    m.measure_id, m.plan_id, p.doc, p.region_name, m.number, m.title, m.path, m.lead_departments, m.departments,
    m.deadline_year, m.start_char, m.end_char,
    count(*) filter (where i.item_kind = 'quantified') as quantified_count,
    count(*) filter (where i.item_kind = 'deliverable') as deliverable_count,
    count(*) filter (where i.item_kind = 'project') as project_count
from marts.fct_measures as m
inner join marts.dim_plan as p on p.plan_id = m.plan_id
left join marts.mart_measure_items as i on i.measure_id = m.measure_id
where
    ($plan is null or m.plan_id = $plan)
    and ($unit is null or list_contains(m.departments, $unit)
        or exists (
            select 1 from marts.mart_measure_items as o
            where o.measure_id = m.measure_id and list_contains(o.departments, $unit)
        ))
group by all
having len(m.departments) > 0 or count(i.item_id) > 0
order by p.doc, m.plan_id, m.start_char, m.measure_id
