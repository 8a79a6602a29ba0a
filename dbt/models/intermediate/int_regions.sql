-- Level and parent follow from the code: XX0000 a province, XXXX00 a prefecture, otherwise a county. A county under no
-- prefecture of its own (districts of municipalities, counties run by the province) has the province as its parent.
with regions as (

    select
        *,
        case
            when region_code like '%0000' then 'province'
            when region_code like '%00' then 'prefecture'
            else 'county'
        end as level,
        left(region_code, 4) || '00' as prefecture_code,
        left(region_code, 2) || '0000' as province_code
    from {{ ref('stg_region_codes') }}

)

select
    regions.region_code,
    regions.region_name,
    regions.level,
    case
        when regions.level = 'province' then null
        when regions.level = 'county' and prefectures.region_code is not null then prefectures.region_code
        else provinces.region_code
    end as parent_region_code,
    case
        when regions.level = 'province' then null
        when regions.level = 'county' and prefectures.region_code is not null then prefectures.region_name
        else provinces.region_name
    end as parent_region_name,
    concat_ws(
        ' / ',
        case when regions.level <> 'province' then provinces.region_name end,
        case when regions.level = 'county' then prefectures.region_name end,
        regions.region_name
    ) as path_name,
    regions.document_id,
    regions.input_path,
    regions.line
from regions
left join regions as prefectures on regions.prefecture_code = prefectures.region_code
left join regions as provinces on regions.province_code = provinces.region_code
