-- A use that the reader has learnt and the list of uses has not: it is counted, but shown by its code alone.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'mart_number_accounting'}}}) }}
select number_use, sum(number_count) as number_count
from {{ ref('mart_number_accounting') }}
where number_use not in (select number_use from {{ ref('number_uses') }})
group by number_use
