-- One row a plan x use of numbers that some plan has: how many of the plan's numbers are that.
select a.plan_id, p.doc, p.plan_title, a.number_use, a.use_name, a.number_count, a.plan_number_count, a.share_pct
from marts.mart_number_accounting as a
inner join marts.dim_plan as p using (plan_id)
where a.number_use in (select number_use from marts.mart_number_accounting where number_count > 0)
    or a.number_use in ('statement', 'unread')
order by p.doc, p.plan_id, a.number_count desc, a.number_use
