-- One row an item of a measure (指标, 成果 or 项目), in the order of the text.
select i.measure_id, i.plan_id, i.item_kind, i.item_text, i.deadline_year, i.statement_id, i.start_char, i.end_char
from marts.mart_measure_items as i
where ($plan is null or i.plan_id = $plan)
order by i.measure_id, i.ordinal
