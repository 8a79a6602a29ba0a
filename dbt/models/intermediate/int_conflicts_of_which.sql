-- 其中: an amount that is said to be among another and is larger than it (企业30家，其中国家级50家).
with neighbours as (

    select
        whole.statement_id as statement_id_b,
        part.statement_id as statement_id_a,
        part.region_code,
        part.indicator_id,
        part.indicator_name,
        part.first_year as start_year,
        part.end_year as year,
        part.value as value_a,
        whole.value as value_b,
        part.unit_code,
        part.unit_name,
        part.indicator_name || {{ figure_text('part') }} as said_a,
        whole.indicator_name || {{ figure_text('whole') }} as said_b,
        row_number() over (partition by part.statement_id order by whole.start_char desc, whole.statement_id) as nearness,
        part.value > whole.value + {{ leeway('part', 'whole') }} as is_larger
    from {{ ref('int_conflict_figures') }} as whole
    inner join {{ ref('int_conflict_figures') }} as part
        on whole.plan_id = part.plan_id
        and whole.region_code = part.region_code
        and whole.unit_code = part.unit_code
        and whole.kind = part.kind
        and whole.end_year = part.end_year
        and part.start_char between whole.end_char and whole.end_char + 80
    inner join {{ ref('stg_plan_documents') }} as documents on whole.plan_id = documents.document_id
    where whole.measure = 'level'
        and part.measure = 'level'
        and whole.suspect is null
        and part.suspect is null
        and not whole.is_in_table
        and not part.is_in_table
        and whole.quantity not in ('percent', 'ratio')
        and contains(substr(documents.text, whole.end_char + 1, part.start_char - whole.end_char), '其中')
        and not {{ matches('substr(documents.text, whole.end_char + 1, part.start_char - whole.end_char)', '[。；;\n]|其中.*其中') }}

)

select
    'part_above_whole' as conflict_kind,
    'contradiction' as severity,
    region_code,
    indicator_id,
    start_year,
    year,
    statement_id_a,
    {{ no_place('a') }},
    value_a,
    statement_id_b,
    {{ no_place('b') }},
    value_b,
    unit_code,
    {{ size_of('value_a', 'value_b') }} as size,
    {{ size_pct_of('value_a', 'value_b') }} as size_pct,
    cast(null as varchar) as likelier,
    cast(null as varchar) as likelier_reason,
    '“其中”的' || said_a || '，大于它所在的' || said_b || '，多出' || {{ number_text(size_of('value_a', 'value_b')) }} || unit_name as explanation
from neighbours
where nearness = 1 and is_larger
