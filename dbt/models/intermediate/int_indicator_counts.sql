-- What a plan says of the number of its indicators (28项发展指标, 12项约束性指标, 7项指标完成情况与目标有差距), with the rest of
-- the sentence and the table that it speaks of: the one whose number stands nearby, else the next one in the text. A number
-- of all indicators counts only where the sentence points to a table: it may be that of an earlier plan.
with mentions as (

    select
        numbers.document_id as plan_id,
        numbers.start_char,
        numbers.end_char,
        try_cast(numbers.number_text as integer) as stated_count,
        documents.text
    from {{ ref('stg_plan_numbers') }} as numbers
    inner join {{ ref('stg_plan_documents') }} as documents on numbers.document_id = documents.document_id
    where try_cast(numbers.number_text as integer) between 1 and 999
        and {{ matches('substr(documents.text, numbers.end_char + 1, 16)', '^\s*[项个][^，。；、\d|]{0,8}指标') }}

),

numerals as (

    select
        document_id as plan_id,
        text,
        {{ unnest_list("regexp_extract_all(text, '[一二三四五六七八九十]{1,3}[项个][^，。；、\\d|]{0,8}指标')") }} as phrase
    from {{ ref('stg_plan_documents') }}

),

placed as (

    select plan_id, start_char, end_char, stated_count, text from mentions
    union all
    select
        plan_id,
        cast(strpos(text, phrase) - 1 as integer) as start_char,
        cast(strpos(text, phrase) - 1 + length(regexp_extract(phrase, '^[一二三四五六七八九十]+')) as integer) as end_char,
        {{ small_chinese_number("regexp_extract(phrase, '^[一二三四五六七八九十]+')") }} as stated_count,
        text
    from (select distinct plan_id, text, phrase from numerals) as phrases

),

claims as (

    select
        plan_id,
        start_char,
        end_char,
        stated_count,
        regexp_extract(substr(text, end_char + 1, 16), '^\s*[项个]([^，。；、\d|]{0,8}?)指标', 1) as qualifier,
        regexp_extract(substr(text, end_char + 1, 80), '^[^。；\n]*') as words_after,
        regexp_extract(substr(text, greatest(start_char - 60, 0) + 1, start_char - greatest(start_char - 60, 0)), '[^。；\n|]*$') as words_before,
        substr(text, greatest(start_char - 100, 0) + 1, 260) as text_around
    from placed

),

tables as (

    select
        sections.document_id as plan_id,
        sections.section_id,
        sections.start_char as table_start_char,
        sections.end_char as table_end_char,
        coalesce(nullif({{ without_space("coalesce(sections.number, '')") }}, ''), sections.title) as table_name
    from {{ ref('stg_plan_sections') }} as sections
    where sections.section_id in (select section_id from {{ ref('int_reviewed_statements') }} where is_in_table)

),

choices as (

    select
        claims.*,
        tables.section_id,
        tables.table_start_char,
        tables.table_end_char,
        tables.table_name,
        row_number() over (
            partition by claims.plan_id, claims.start_char
            order by
                contains({{ without_space('claims.text_around') }}, tables.table_name) desc,
                tables.table_start_char >= claims.end_char desc,
                abs(tables.table_start_char - claims.start_char)
        ) as choice
    from claims
    inner join tables on claims.plan_id = tables.plan_id
    where claims.start_char not between tables.table_start_char and tables.table_end_char

)

select
    plan_id,
    start_char,
    end_char,
    stated_count,
    words_before || cast(stated_count as varchar) || words_after as quote,
    section_id,
    table_name,
    table_start_char,
    table_end_char,
    case
        when {{ matches('words_after', '差距|未完成|未能完成|未达|没有完成|未实现|未能|滞后') }} then 'short'
        when {{ matches('qualifier', '约束性') }} then '约束性'
        when {{ matches('qualifier', '预期性') }} then '预期性'
        when {{ matches('qualifier', '^(发展|主要|核心|规划|主要发展|经济社会发展)?$') }}
            and {{ matches('words_before || words_after', '见表|见附表|附表|下表|表\s*[0-9一二三四五六七八九十]') }}
            then 'all'
    end as count_of
from choices
where choice = 1
