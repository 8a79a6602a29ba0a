-- One row of each figure with its two ranks side by side.
with ranks as (

    select * from {{ ref('int_indicator_ranks') }}

)

select
    {{ stable_id(['ranks.indicator_id', 'ranks.period_kind', 'ranks.period_end', 'ranks.region_code']) }} as ranking_id,
    ranks.indicator_id,
    ranks.period_kind,
    ranks.year,
    ranks.month,
    ranks.period_end,
    ranks.region_code,
    ranks.level,
    ranks.parent_region_code,
    ranks.value,
    ranks.unit_code,
    ranks.direction,
    ranks.is_provisional,
    {%- for scope, alias in [('level', 'ranks'), ('parent', 'within')] %}
    {{ alias }}.rank as rank_in_{{ scope }},
    {{ alias }}.tied_count > 1 as is_tied_in_{{ scope }},
    {{ alias }}.tied_count as tied_in_{{ scope }}_count,
    {{ alias }}.compared_count as compared_in_{{ scope }}_count,
    case when {{ alias }}.rank is not null then round(abs({{ alias }}.best_value - {{ alias }}.value), 8) end as gap_to_best_in_{{ scope }}_value,
    {{ alias }}.period_end_before as period_end_before_in_{{ scope }},
    {{ alias }}.rank_before as rank_in_{{ scope }}_before,
    {{ alias }}.rank_change as rank_in_{{ scope }}_change,
    {%- endfor %}
    case
        when ranks.direction not in ('higher', 'lower') then '指标要求保持或在区间内，不排位'
        when ranks.value is null and ranks.actual_id is null then '未报，不排位'
        when ranks.value is null then '实际值不是数字，不排位'
        when ranks.rank is null then '同级地区中只有本地区有数，不排位'
    end as no_rank_reason,
    ranks.actual_id
from ranks
left join ranks as within
    on ranks.region_code = within.region_code
    and ranks.indicator_id = within.indicator_id
    and ranks.period_kind = within.period_kind
    and ranks.period_end = within.period_end
    and within.compared_within = 'parent'
where ranks.compared_within = 'level'
order by ranks.indicator_id, ranks.period_kind, ranks.period_end, ranks.level, ranks.rank nulls last, ranks.region_code
