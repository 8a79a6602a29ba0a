-- A plan whose numbers stay unread in more than a few places is written in a way that the reader does not know well.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'mart_number_accounting'}}}) }}
select plans.doc, accounting.number_count as unread_count, accounting.plan_number_count, accounting.share_pct
from {{ ref('mart_number_accounting') }} as accounting
inner join {{ ref('dim_plan') }} as plans on accounting.plan_id = plans.plan_id
where accounting.number_use = 'unread' and accounting.share_pct > {{ var('unread_share_pct') }}
